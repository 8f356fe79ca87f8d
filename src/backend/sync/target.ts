import type { Email, StoreProductId } from '../../core/ids';
import type { SyncCode } from '../../core/sync-code';
import type { SyncSession } from './session';
import type { LinkRow } from './tables';

/** Where a Wix review's copy goes in the store, or why it cannot go there. */
export type Target = { readonly kind: 'found'; readonly productId: StoreProductId; readonly email: Email } | { readonly kind: 'none'; readonly code: SyncCode };

/** 2 calls, 1 when the product has no counterpart. */
export async function storeTarget({ rows, wix }: SyncSession, link: LinkRow): Promise<Target> {
  const product = link.wixProductId === null ? null : await storeProductOf(rows, link.wixProductId);
  if (product === null) return { kind: 'none', code: 'PRODUCT_UNMATCHED' };
  const contact = link.contactId === null ? undefined : (await wix.contactsById([link.contactId])).get(link.contactId);
  const email = contact?.email ?? null;
  return email === null ? { kind: 'none', code: 'AUTHOR_NO_EMAIL' } : { kind: 'found', productId: product, email };
}

async function storeProductOf(rows: SyncSession['rows'], wixProductId: NonNullable<LinkRow['wixProductId']>): Promise<StoreProductId | null> {
  const found = await rows.find('products', { where: { wixProductId, choice: 'accepted' }, limit: 1 });
  return found.rows[0]?.storeProductId ?? null;
}
