import type { StoreReview } from '../stores/store';
import type { SyncSession } from './session';

/**
 * The same session, which knows a review that was read a moment ago: the next question for it is answered without a
 * call, and only that one, so that whoever asks again after a write sees what came of it.
 */
export function justRead(session: SyncSession, review: StoreReview): SyncSession {
  let isNew = true;
  const store = Object.create(session.store) as SyncSession['store'];
  store.getReview = async (id) => {
    if (!isNew || id !== review.id) return session.store.getReview(id);
    isNew = false;
    return review;
  };
  return { ...session, store };
}
