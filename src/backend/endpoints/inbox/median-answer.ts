import { median } from '../../../core/median';
import type { SiteSession } from '../../sync/session';

const ANSWERED = { answerMs: { above: -1 } } as const;

/** The median time to an answer, of all there are: the one or two in the middle of their order are read. 2 calls. `null` before the first. */
export async function medianAnswer({ rows }: SiteSession): Promise<number | null> {
  const count = await rows.count('attention', ANSWERED);
  if (count === 0) return null;
  const middle = await rows.find('attention', { where: ANSWERED, sort: { by: 'answerMs' }, skip: Math.floor((count - 1) / 2), limit: count % 2 === 0 ? 2 : 1 });
  return median(middle.rows.flatMap(({ answerMs }) => answerMs ?? []));
}
