import type { SyncSession } from './session';
import type { LinkRow } from './tables';

/** `row` as a settle has just left it. Whoever marked the link meanwhile brings news: it is looked at once more. 1 call when somebody did, none else. */
export async function dueIfMarked({ rows, clock }: Pick<SyncSession, 'rows' | 'clock'>, owned: LinkRow, row: LinkRow): Promise<LinkRow> {
  if (row.marks === owned.marks) return row;
  const again = await rows.patch('links', owned._id, { set: { dueAtMs: clock.nowMs() } });
  return again.kind === 'applied' ? again.row : row;
}
