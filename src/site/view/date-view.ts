import type { SiteReview } from '../../backend/endpoints/site-types';
import { element } from './element';

/** The day a review was written. `null` when that is no date. */
export function dateView({ writtenAt, writtenOn }: SiteReview): HTMLElement | null {
  return writtenOn === '' ? null : element('time', { datetime: writtenAt.slice(0, 10) }, writtenOn);
}
