import { closeAlone } from './close-alone';
import type { SyncSession } from './session';
import type { Step } from './step';

/** What a complete sweep can state, with its date. A pair that was marked for another look is not called equal. 6 to 8 calls. */
export async function sumUp(session: SyncSession, checked: number): Promise<Step> {
  const { rows, clock } = session;
  await closeAlone(session);
  const [inStep, marked, waiting, needsPerson, conflicting] = await Promise.all([
    rows.count('links', { state: 'in-step' }),
    rows.count('links', { state: 'in-step', dueAtMs: { not: null } }),
    rows.count('links', { state: 'waiting' }),
    rows.count('links', { state: 'blocked' }),
    rows.count('conflicts', { state: 'open' }),
  ]);
  return { kind: 'end', done: 0, statement: { checked, equal: inStep - marked, waiting: waiting + marked, needsPerson, conflicting, atMs: clock.nowMs() } };
}
