import type { RunSummary } from '../../backend/endpoints/api-types';
import { formatCount } from './format-count';
import { formatDuration } from './format-duration';
import { takesBack } from './sync/run-words';

/** Share done, 0 to 100. Only a finished run shows 100: rounding must not promise what has not happened. */
export function percentDone({ state, done, total }: RunSummary): number {
  if (state === 'done') return 100;
  return total === null || total === 0 ? 0 : Math.min(99, Math.floor((done / total) * 100));
}

/** "1,200 of 4,000 · 600 a minute · 5 min left" */
export function progressSentence({ state, done, total, ratePerMinute, timeLeftMs }: RunSummary): string {
  const parts = [total === null ? `${formatCount(done)} so far` : `${formatCount(done)} of ${formatCount(total)}`];
  if (ratePerMinute !== null) parts.push(`${formatCount(ratePerMinute)} a minute`);
  if (state === 'running' && timeLeftMs !== null) parts.push(`${formatDuration(timeLeftMs)} left`);
  return parts.join(' · ');
}

export function phaseSentence({ kind, phase }: RunSummary): string {
  switch (phase) {
    case 'wix':
      return 'Reading the reviews on your Wix site';
    case 'store':
      return 'Comparing them with the store';
    case 'push':
      return 'Copying to the store what only Wix had';
    case 'verify':
      return 'Reading every pair in both shops';
    case 'absent':
      return 'Looking a second time for reviews that are missing';
    case 'inbox':
      return 'Putting the inbox right';
    case 'sum':
      return 'Adding up';
    case 'undo':
      return 'Taking copies back';
    case 'done':
      return takesBack({ kind }) ? 'Every copy was taken back' : 'Everything was compared';
  }
}
