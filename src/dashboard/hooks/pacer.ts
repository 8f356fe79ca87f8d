import { afterCalls, rested, waitMs, type CallPace } from './call-pace';

/** What one step of such a job may make at most, as the endpoints of the dashboard are limited to. */
const STEP_CALLS = 15;

/** Holds a job of many requests, each of so many calls, to the pace that the site's quota allows: `await` it before each. */
export function pacer(calls = STEP_CALLS, nowMs: () => number = Date.now, wait: (ms: number) => Promise<void> = sleep): () => Promise<void> {
  let pace: CallPace | null = null;
  return async () => {
    if (pace !== null) await wait(waitMs(pace, nowMs()));
    pace = afterCalls(pace ?? rested(nowMs()), calls, nowMs());
  };
}

function sleep(ms: number): Promise<void> {
  return ms === 0 ? Promise.resolve() : new Promise((resolve) => { setTimeout(resolve, ms); });
}
