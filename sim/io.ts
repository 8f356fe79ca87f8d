import { SyncError } from '../src/core/sync-error';
import type { CallBudget } from '../src/backend/sync/call-budget';
import type { Dice } from './dice';
import type { Scheduler } from './scheduler';

/** The process died. Not a `SyncError`: nothing may catch it and carry on. */
export class Crash extends Error {
  override readonly name = 'Crash';
}

/** What an invocation can reach. */
type Far = 'wix' | 'store' | 'rows' | 'alerts';

export interface IoOptions {
  readonly scheduler: Scheduler;
  readonly dice: Dice;
  readonly budget: CallBudget;
  /** Dies at this step of the invocation, counted from 1; `null`: only by chance. */
  readonly crashAtStep: number | null;
  /** `false` once the app was removed: Wix answers nobody then. */
  readonly mayCall?: () => boolean;
  readonly onCall: (far: Far, name: string) => void;
}

/** One invocation's connection to the world: every call is a step that may fail, before or after it took effect. */
export class Io {
  steps = 0;
  #dead = false;
  readonly #options: IoOptions;

  constructor(options: IoOptions) {
    this.#options = options;
  }

  async call<T>(far: Far, name: string, effect: () => T): Promise<T> {
    const { budget, scheduler, dice, onCall, mayCall } = this.#options;
    budget.spend();
    onCall(far, name);
    await scheduler.step();
    this.#maybeDie();
    const prefix = far === 'store' ? 'STORE' : 'WIX';
    if (dice.strikes('throttled')) throw new SyncError(`${prefix}_RATE_LIMITED`, { retryAfterMs: 1000 });
    if (dice.strikes('failBefore')) throw new SyncError(`${prefix}_SERVER_ERROR`, { got: 'HTTP 503' });
    if (far !== 'store' && mayCall?.() === false) throw new SyncError('WIX_FORBIDDEN', { got: 'HTTP 403' });
    const result = effect();
    await scheduler.step();
    this.#maybeDie();
    if (dice.strikes('failAfter')) throw new SyncError(`${prefix}_SERVER_ERROR`, { got: 'HTTP 504' });
    return result;
  }

  #maybeDie(): void {
    const { dice, crashAtStep } = this.#options;
    this.steps += 1;
    if (this.steps === crashAtStep || dice.strikes('crash')) this.#dead = true;
    if (this.#dead) throw new Crash(`Died at I/O step ${this.steps}`);
  }
}
