import type { Scheduler } from './scheduler';

interface Timer {
  readonly atMs: number;
  readonly run: () => void;
  readonly key: string | null;
}

/** What will happen at a given virtual time. */
export class Timers {
  #timers: Timer[] = [];
  readonly #scheduler: Scheduler;

  constructor(scheduler: Scheduler) {
    this.#scheduler = scheduler;
  }

  after(delayMs: number, run: () => void, key: string | null = null): void {
    this.#timers.push({ atMs: this.#scheduler.nowMs + delayMs, run, key });
  }

  has(key: string): boolean {
    return this.#timers.some((timer) => timer.key === key);
  }

  get empty(): boolean {
    return this.#timers.length === 0;
  }

  /** Runs everything due; when the scheduler is idle, time jumps to what comes next. */
  fire(): void {
    if (this.#scheduler.idle && !this.empty) {
      const next = Math.min(...this.#timers.map((timer) => timer.atMs));
      this.#scheduler.nowMs = Math.max(this.#scheduler.nowMs, next);
    }
    const due = this.#timers.filter((timer) => timer.atMs <= this.#scheduler.nowMs);
    this.#timers = this.#timers.filter((timer) => timer.atMs > this.#scheduler.nowMs);
    for (const timer of due) timer.run();
  }
}
