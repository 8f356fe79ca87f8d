import { AsyncLocalStorage } from 'node:async_hooks';

/** Requests one invocation of a backend may make on Wix's hosting, all of them counted. */
export const MAX_SUBREQUESTS = 20;

export interface Invocation {
  readonly id: number;
  readonly method: string;
  readonly path: string;
  readonly startedAtMs: number;
  calls: number;
  /** Calls over the ceiling, which were refused. */
  refused: number;
  status: number | null;
  durationMs: number | null;
}

const current = new AsyncLocalStorage<Invocation>();

/** What runs inside, and whatever it leaves running behind, makes its calls on this invocation's account. */
export function runInvocation<T>(invocation: Invocation, work: () => Promise<T>): Promise<T> {
  return current.run(invocation, work);
}

export function currentInvocation(): Invocation | null {
  return current.getStore() ?? null;
}

/** Counts one outgoing call, and refuses it the way the platform does when the invocation has had its share. */
export function countSubrequest(invocation: Invocation | null): void {
  if (invocation === null) return;
  if (invocation.calls >= MAX_SUBREQUESTS) {
    invocation.refused += 1;
    throw new Error('Too many subrequests.');
  }
  invocation.calls += 1;
}
