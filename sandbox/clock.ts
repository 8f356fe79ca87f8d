export interface SandboxClock {
  /** Epoch milliseconds of sandbox time. */
  readonly nowMs: () => number;
  /** Runs once after `delayMs` of sandbox time; the returned function cancels it. */
  after(delayMs: number, run: () => void): () => void;
  /** Seconds of sandbox time per real second. */
  readonly speed: number;
}

export interface SkippingClock extends SandboxClock {
  /** So much sandbox time is over at once; what was to run within it runs now. */
  skip(ms: number): void;
}

export interface SandboxClockOptions {
  readonly speed?: number;
  readonly startMs?: number;
}

/** Longest wait `setTimeout` takes before it overflows and fires at once. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** A clock that may run faster than real time, so that a retry schedule of hours can be watched in seconds. */
export function createSandboxClock({ speed = 1, startMs = Date.now() }: SandboxClockOptions = {}): SkippingClock {
  if (!(speed > 0) || !Number.isFinite(speed)) throw new RangeError(`Expected speed to be above 0, got ${speed}`);
  const bornMs = performance.now();
  let skippedMs = 0;
  const waiting = new Set<() => void>();
  const passedMs = () => (performance.now() - bornMs) * speed + skippedMs;

  const after = (delayMs: number, run: () => void): (() => void) => {
    const dueMs = passedMs() + Math.max(0, delayMs);
    let timer: NodeJS.Timeout;
    const look = (): void => {
      clearTimeout(timer);
      const leftMs = (dueMs - passedMs()) / speed;
      // Timers may fire a fraction of a millisecond early; only the long, capped waits go round again.
      if (leftMs < 1 && waiting.delete(look)) return run();
      arm(leftMs);
    };
    const arm = (leftMs: number): void => {
      timer = setTimeout(look, Math.min(leftMs, MAX_TIMER_MS));
      timer.unref();
    };
    waiting.add(look);
    arm(Math.max(0, delayMs) / speed);
    return () => {
      waiting.delete(look);
      clearTimeout(timer);
    };
  };

  return {
    nowMs: () => Math.floor(startMs + passedMs()),
    after,
    skip(ms) {
      if (!(ms >= 0)) throw new RangeError(`Expected time to go on, got ${ms}`);
      skippedMs += ms;
      for (const look of [...waiting]) look();
    },
    speed,
  };
}
