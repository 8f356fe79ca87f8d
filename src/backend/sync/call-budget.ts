import { SyncError } from '../../core/sync-error';

/**
 * Counts every outgoing call of one invocation. Wix stops an invocation at 20 sub-requests, of which the platform
 * itself spends two or three, so work asks `has` before it starts something it could not finish.
 */
export class CallBudget {
  readonly limit: number;
  #spent = 0;
  #kept = 0;

  constructor(limit: number) {
    if (!Number.isInteger(limit) || limit < 1) throw new TypeError(`Expected \`limit\` to be a whole number from 1 up, got ${limit}`);
    this.limit = limit;
  }

  get spent(): number {
    return this.#spent;
  }

  get left(): number {
    return this.limit - this.#spent - this.#kept;
  }

  has(calls: number): boolean {
    return this.left >= calls;
  }

  /** Does `work` with that many calls fewer, so that they are there for writing down how far it came. */
  async keeping<T>(calls: number, work: () => Promise<T>): Promise<T> {
    this.#kept += calls;
    try {
      return await work();
    } finally {
      this.#kept -= calls;
    }
  }

  /** Adapters call this right before each request. */
  spend(calls = 1): void {
    if (!this.has(calls)) throw new SyncError('BUDGET_SPENT', { field: 'calls', got: `${this.#spent + calls}`, expected: `at most ${this.limit}` });
    this.#spent += calls;
  }
}
