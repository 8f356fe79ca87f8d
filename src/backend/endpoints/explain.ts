import { advice } from '../../core/advice';
import type { SyncCode } from '../../core/sync-code';
import type { ApiError } from './api-types';

/** A code in a merchant's words: what it means, and what to do. */
export function explain(code: SyncCode): Pick<ApiError, 'code' | 'sentence' | 'action'> {
  const { sentence, action } = advice(code);
  return { code, sentence, action: action.label };
}
