import { pictureList, picturePrint } from '../../core/picture-list';
import type { StoreReview } from '../stores/store';
import type { SyncSession } from './session';
import type { LinkRow } from './tables';

/** On a link whose pictures are on their way. No print is this short. */
export const PENDING = 'pending';

/** A review that is met for the first time has pictures to carry: it is due for a look of its own. */
export function bringsPictures({ store }: Pick<SyncSession, 'store'>, { media }: StoreReview): boolean {
  return store.capabilities.media === true && pictureList(media).length > 0;
}

/** The store shows other pictures than the Wix review was given; what nobody has approved there, it does not show. Asked of every review that is looked at; no call. */
export function picturesDiffer({ connection, store }: Pick<SyncSession, 'connection' | 'store'>, link: LinkRow, review: StoreReview): boolean {
  if (store.capabilities.media !== true || (link.state !== 'in-step' && link.code !== 'PICTURE_FAILED')) return false;
  if (review.fields.status !== 'published') return false;
  const direction = connection.policy.direction.body;
  if (direction === 'off' || direction === 'to-store') return false;
  return (link.pictures ?? null) !== picturePrint(pictureList(review.media));
}
