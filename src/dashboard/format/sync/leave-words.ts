import type { OutcomeCounts, RunSummary } from '../../../backend/endpoints/api-types';
import { counted, formatCount } from '../format-count';
import { formatDuration } from '../format-duration';
import { isUnderWay } from './run-words';

/** Every copy that the app has made and that still stands. */
export function allCopies(outcomes: OutcomeCounts): number {
  return outcomes['created-on-wix'] + outcomes['created-in-store'];
}

/** "50 on Wix and 33 in the store"; where there are none is left out. */
export function whereCopiesAre({ 'created-on-wix': onWix, 'created-in-store': inStore }: OutcomeCounts): string {
  return [...(onWix === 0 ? [] : [`${formatCount(onWix)} on Wix`]), ...(inStore === 0 ? [] : [`${formatCount(inStore)} in the store`])].join(' and ');
}

/** "less than a minute", "about 12 min". One request for each: nine to an invocation, and as many invocations as the pace of an open page allows. */
const COPIES_PER_MINUTE = 54;
const MINUTE_MS = 60_000;

export function removalTime(copies: number): string {
  const words = formatDuration((copies / COPIES_PER_MINUTE) * MINUTE_MS);
  return copies < COPIES_PER_MINUTE ? words : `about ${words}`;
}

/** Why the copies cannot be removed right now; `null` when they can. */
export function whyNotNow(copies: number, paused: boolean, run: RunSummary | null): string | null {
  if (copies === 0) return 'This app has made no copy that still stands.';
  if (paused) return 'Possible once you resume the sync.';
  return run !== null && isUnderWay(run) ? 'Possible once the present run has ended.' : null;
}

/** Everything was removed and the store is still connected: the merchant meant to leave. */
export function isReadyToLeave(run: RunSummary | null, outcomes: OutcomeCounts): boolean {
  return run?.kind === 'removal' && run.state === 'done' && allCopies(outcomes) === 0;
}

export function removedWords({ done }: RunSummary): string {
  return `${counted(done, 'copy was', 'copies were')} removed, and every original is where it was written.`;
}
