import type { Random } from './random';

/**
 * Runs invocations side by side and decides, by chance, whose next I/O step goes first. Virtual time moves with every
 * step, so leases, retries and quotas are as real as the calls are not.
 */
export class Scheduler {
  nowMs: number;
  #waiting: (() => void)[] = [];
  #running = 0;
  #bug: { readonly error: unknown } | null = null;
  readonly #random: Random;

  constructor(random: Random, startMs: number) {
    this.#random = random;
    this.nowMs = startMs;
  }

  /** An I/O step of an invocation: waits until the scheduler lets it happen. */
  step(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Starts an invocation. What it throws is a bug, and thrown to whoever moves the scheduler on. */
  start(invocation: () => Promise<void>): void {
    this.#running += 1;
    void invocation()
      .catch((error: unknown) => {
        this.#bug ??= { error };
      })
      .finally(() => {
        this.#running -= 1;
      });
  }

  get idle(): boolean {
    return this.#running === 0;
  }

  /** Lets one waiting step happen. `false` when none waits. */
  async once(): Promise<boolean> {
    await settleMicrotasks();
    this.#throwBug();
    if (this.#waiting.length === 0) return false;
    const index = this.#random.between(0, this.#waiting.length - 1);
    const [resume] = this.#waiting.splice(index, 1);
    this.nowMs += this.#random.between(1, 40);
    resume?.();
    await settleMicrotasks();
    return true;
  }

  async untilIdle(): Promise<void> {
    while (!this.idle) await this.once();
    this.#throwBug();
  }

  #throwBug(): void {
    if (this.#bug !== null) throw this.#bug.error;
  }
}

function settleMicrotasks(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
