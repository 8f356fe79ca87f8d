import type { SyncSession } from './session';

/** Whether the session's store is down and left alone at this moment. A store without a breaker never is. */
export function isStoreShut({ breaker }: Pick<SyncSession, 'breaker'>): boolean {
  return breaker?.isShut() === true;
}
