import type { LinkRow } from '../sync/tables';
import type { TimelineAnswer } from './api-types';
import { explain } from './explain';

/** What happened to a review, oldest first, in words. */
export function momentsOf({ timeline }: Pick<LinkRow, 'timeline'>): TimelineAnswer['moments'] {
  return timeline.map(({ atMs, what, times, code }) => ({ atMs, what, times, sentence: code === null ? null : explain(code).sentence }));
}
