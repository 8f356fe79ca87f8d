import type { ApiError } from '../../backend/endpoints/api-types';
import { asSentence } from './as-sentence';

/** What went wrong and what to do, in one line. */
export function problemWords({ sentence, action }: Pick<ApiError, 'sentence' | 'action'>): string {
  return `${sentence} ${asSentence(action)}`.trim();
}
