import type { AlertTrouble } from '../../backend/endpoints/api-types';
import { formatDay } from './format-moment';

export const CHANNEL_WORDS: Readonly<Record<AlertTrouble['channel'], string>> = { notification: 'Wix notification', automation: 'Wix Automations', webhook: 'webhook' };

/** One sentence: which place, since when, and why. */
export function alertTroubleSentence({ channel, sinceMs, cause }: AlertTrouble): string {
  return `Alerts by ${CHANNEL_WORDS[channel]} have not arrived since ${formatDay(sinceMs)}: ${cause.charAt(0).toLowerCase()}${cause.slice(1)}`;
}
