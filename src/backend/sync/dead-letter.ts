import { retryClass } from '../../core/retry-class';
import type { LinkRow } from './tables';

/** Given up after the whole retry schedule, for a reason that may have passed by now: a full walk tries it anew. */
export function isDeadLetter({ state, code }: LinkRow): boolean {
  return state === 'blocked' && code !== null && (retryClass(code) === 'transient' || retryClass(code) === 'throttled');
}
