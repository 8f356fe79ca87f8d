export interface SandboxClock {
  /** Epoch milliseconds of sandbox time. */
  readonly nowMs: () => number;
  /** Runs once after `delayMs` of sandbox time; the returned function cancels it. */
  after(delayMs: number, run: () => void): () => void;
  /** Seconds of sandbox time per real second. */
  readonly speed: number;
}

export interface SandboxClockOptions {
  readonly speed?: number;
  readonly startMs?: number;
}

/** Longest wait `setTimeout` takes before it overflows and fires at once. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** A clock that may run faster than real time, so that a retry schedule of hours can be watched in seconds. */
export function createSandboxClock({ speed = 1, startMs = Date.now() }: SandboxClockOptions = {}): SandboxClock {
  if (!(speed > 0) || !Number.isFinite(speed)) throw new RangeError(`Expected speed to be above 0, got ${speed}`);
  const bornMs = performance.now();
  const nowMs = () => Math.floor(startMs + (performance.now() - bornMs) * speed);

  const after = (delayMs: number, run: () => void): (() => void) => {
    const dueMs = performance.now() + Math.max(0, delayMs) / speed;
    let timer = setTimeout(fire, Math.min(dueMs - performance.now(), MAX_TIMER_MS));
    timer.unref();
    function fire(): void {
      const leftMs = dueMs - performance.now();
      // Timers may fire a fraction of a millisecond early; only the long, capped waits go round again.
      if (leftMs < 1) return run();
      timer = setTimeout(fire, Math.min(leftMs, MAX_TIMER_MS));
      timer.unref();
    }
    return () => clearTimeout(timer);
  };

  return { nowMs, after, speed };
}
