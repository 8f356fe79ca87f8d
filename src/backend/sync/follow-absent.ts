import { isMassChange } from '../../core/mass-change';
import type { SyncSession } from './session';
import type { Step } from './step';
import type { RunRow } from './tables';

/**
 * After a complete sweep: pairs that lack a side are settled as deletions. `settle` reads both sides once more, which is
 * the second opinion a deletion needs. Held when there are too many of them. At most 2 calls.
 */
export async function followAbsent({ rows, clock }: SyncSession, run: Pick<RunRow, 'startedAtMs' | 'absent' | 'checkDone' | 'released'>): Promise<Step> {
  if (run.absent === 0) return { kind: 'end', done: 0 };
  if (!run.released && isMassChange(run.absent, run.checkDone)) return { kind: 'held' };
  const { rows: links } = await rows.find('links', { where: { absentIn: run.startedAtMs }, limit: 100, consistent: true });
  if (links.length === 0) return { kind: 'end', done: 0 };
  const dueAtMs = clock.nowMs();
  await rows.patchMany('links', links.map(({ _id, absentSide }) => ({ id: _id, set: { gone: absentSide, absentIn: null, absentSide: null, dueAtMs }, increment: { marks: 1 } })));
  return { kind: 'next', cursor: 'more', done: links.length };
}
