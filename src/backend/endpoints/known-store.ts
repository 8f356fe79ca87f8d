import { sameStoreAddress } from '../../core/same-store-address';
import { SyncError } from '../../core/sync-error';
import type { Store } from '../stores/store';
import { FORGOTTEN } from '../sync/forget-store';
import { isSameShop, lookForReviews } from '../sync/same-shop';
import type { SiteSession } from '../sync/session';
import type { ConnectionRow } from '../sync/tables';

interface Asked {
  readonly site: SiteSession;
  readonly store: Store;
  /** What was connected before, or still is. */
  readonly before: ConnectionRow | null;
  readonly url: string;
  /** Whether its owner has said that it moved. */
  readonly moved: boolean;
}

/**
 * Whether a store may have the links there are, which name reviews by its own ids: in another store they mean other
 * reviews. `same`: there are none, or it is the store of before by its address. `moved`: it is by its reviews, and its
 * owner says so too. Throws what has to be asked or done first. No call by the address, else at most 6.
 */
export async function knownStore({ site, store, before, url, moved }: Asked): Promise<'same' | 'moved'> {
  if (before === null || before.storeUrl === FORGOTTEN || sameStoreAddress(before.storeUrl, url)) return 'same';
  const found = await lookForReviews(site, store);
  if (isSameShop(found)) {
    if (moved) return 'moved';
    throw new SyncError('STORE_MOVED', { got: `${String(found.same)} of ${String(found.asked)} reviews` });
  }
  if (before.ended === true) throw new SyncError('OTHER_STORE', { field: 'url' });
  throw new SyncError('INPUT_INVALID', { field: 'url', got: 'another store', expected: 'the store that is connected; disconnect it first' });
}
