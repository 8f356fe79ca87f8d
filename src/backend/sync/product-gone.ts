import { fingerprint } from '../../core/fingerprint';
import type { StoreProductId } from '../../core/ids';
import type { Side } from '../../core/review';
import { productRowId } from '../../core/link-id';
import type { Pair } from './pair';
import type { SyncSession } from './session';
import type { LinkRow } from './tables';

/**
 * The side that lost a review together with its product, `null` when it did not. Whoever deletes a product says nothing
 * about what customers wrote, so its reviews are no deletions to carry across. Asked only where a pair would end otherwise,
 * or where the store took a review back to undecided, which is what it does while the product is in the bin. At most 4 calls,
 * none for a pair that both sides show.
 */
export async function productGone(session: SyncSession, pair: Pair): Promise<Side | null> {
  const side = suspect(pair);
  if (side === null || (await isOffered(session, pair.link, side))) return null;
  await noteGone(session, pair.link.storeProductId, side);
  return side;
}

function suspect({ link, base, wix, store, wixSeen, storeSeen }: Pair): Side | null {
  if (base === null || link.code === 'ROLLED_BACK') return null;
  // In the bin by itself: somebody put the review there, not its product.
  if (storeSeen.kind === 'gone') return storeSeen.proof === 'trash' || wixSeen.kind !== 'present' ? null : 'store';
  if (wixSeen.kind === 'gone') return storeSeen.kind === 'present' ? 'wix' : null;
  if (wix === null || store === null) return null;
  return store.fields.status === 'pending' && base.store.status === PUBLISHED ? 'store' : null;
}

const PUBLISHED = fingerprint('published');

async function isOffered({ wix, store }: SyncSession, link: LinkRow, side: Side): Promise<boolean> {
  switch (side) {
    case 'wix':
      return link.wixProductId === null || (await wix.getProduct(link.wixProductId)) !== null;
    case 'store':
      return link.storeProductId === null || (await store.getProduct(link.storeProductId)) !== null;
  }
}

/** For the Products step: nothing new is sent to a product that is not there. Who left it unmatched said so before. 1 call, 2 for the first review. */
export async function noteGone({ rows, instanceId, budget }: SyncSession, storeProductId: StoreProductId | null, side: Side): Promise<void> {
  if (storeProductId === null || !budget.has(2)) return;
  const id = productRowId(instanceId, storeProductId);
  if ((await rows.get('products', id))?.choice === 'accepted') await rows.patch('products', id, { set: { choice: 'gone', goneFrom: side } });
}
