import { DROP_CALLS, dropDecided } from './drop-decided';
import type { SyncSession } from './session';
import type { Step } from './step';

/** What a complete sweep can state, with its date. A pair that was marked for another look is not called equal. 5 to 7 calls. */
export async function sumUp(session: SyncSession, checked: number): Promise<Step> {
  const { rows, clock } = session;
  const [inStep, marked, waiting, needsPerson, conflicting] = await Promise.all([
    rows.count('links', { state: 'in-step' }),
    rows.count('links', { state: 'in-step', dueAtMs: { not: null } }),
    rows.count('links', { state: 'waiting' }),
    rows.count('links', { state: 'blocked' }),
    rows.count('conflicts', { state: 'open' }),
  ]);
  // Tidying up is for days with calls to spare; one is kept for writing the statement down.
  if (session.budget.has(DROP_CALLS + 1)) await dropDecided(session);
  return { kind: 'end', done: 0, statement: { checked, equal: inStep - marked, waiting: waiting + marked, needsPerson, conflicting, atMs: clock.nowMs() } };
}
