import type { ConnectedSummary } from '../../backend/endpoints/api-types';
import { counted } from './format-count';

/** How the sync stands, in one breath. */
export function healthSentence({ connection, counts, run }: ConnectedSummary): string {
  const look = counts.blocked + counts.unmatched;
  const parts = [
    opening(connection.paused, run?.state === 'running', counts['in-step'] + counts.waiting + counts.skipped + look === 0),
    counts['in-step'] === 0 ? '' : counts['in-step'] === 1 ? '1 pair agrees.' : `${counted(counts['in-step'], 'pair', 'pairs')} agree.`,
    counts.waiting === 0 ? '' : counts.waiting === 1 ? '1 is on its way.' : `${counted(counts.waiting, 'review', 'reviews')} are on their way.`,
    look === 0 ? '' : look === 1 ? '1 needs a look.' : `${counted(look, '', '').trim()} need a look.`,
  ];
  return parts.filter((part) => part !== '').join(' ');
}

function opening(paused: boolean, running: boolean, empty: boolean): string {
  if (paused) return 'Paused. Changes are remembered until you resume.';
  if (running) return 'Working through your reviews.';
  return empty ? 'Connected. No reviews have been compared yet.' : 'In step.';
}
