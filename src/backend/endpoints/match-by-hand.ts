import { connectionRowId, productRowId } from '../../core/link-id';
import type { StoreProductId, WixProductId } from '../../core/ids';
import { SyncError } from '../../core/sync-error';
import { outdatePreview } from '../sync/outdate-preview';
import type { SiteSession } from '../sync/session';
import type { LinkRow, ProductRow } from '../sync/tables';
import { toSuccessor } from '../sync/to-successor';
import type { Engine } from './engine';

export interface ManualMatch {
  readonly storeProductId: StoreProductId;
  /** `null`: the merchant says that it has no counterpart. */
  readonly wixProductId: WixProductId | null;
}

/** Sets one product's counterpart as a person says, for good, and has its reviews looked at again. */
export async function matchByHand(engine: Engine, site: SiteSession, { storeProductId, wixProductId }: ManualMatch): Promise<ProductRow> {
  const id = productRowId(site.instanceId, storeProductId);
  const row = await site.rows.get('products', id);
  if (row === null) throw new SyncError('INPUT_INVALID', { field: 'storeProductId', got: 'an id not met before', expected: 'a product of the connected store' });
  if (row.choice === 'gone' && row.goneFrom === 'store') throw new SyncError('INPUT_INVALID', { field: 'storeProductId', got: 'a product that is no longer in the store', expected: 'a product of the connected store' });
  const wixName = wixProductId === null ? null : wixProductId === row.wixProductId ? row.wixName : await nameOnWix(site, wixProductId);
  const set = { wixProductId, wixName, reason: 'manual', confidence: 1, choice: wixProductId === null ? 'left' : 'accepted', goneFrom: null } as const;
  const result = await site.rows.patch('products', id, { set });
  if (changesCrossing(row, wixProductId)) await outdatePreview(site, 'products');
  await engine.receiveHint(site, storeProductId);
  if (wixProductId !== null) await wakeWixReviews(site, wixProductId, storeProductId);
  return result.kind === 'applied' ? result.row : { ...row, ...set };
}

/** Whether reviews of it cross that did not, or the other way round, or go to another product. */
function changesCrossing(before: ProductRow, wixProductId: WixProductId | null): boolean {
  return (before.choice === 'accepted' ? before.wixProductId : null) !== wixProductId;
}

/** Walks the catalog, since Wix products are only listed; proves on the way that the product is this site's. */
async function nameOnWix({ wix, budget }: SiteSession, wanted: WixProductId): Promise<string | null> {
  let cursor: string | null = null;
  do {
    const page = await wix.listProducts(cursor);
    const product = page.items.find(({ id }) => id === wanted);
    if (product !== undefined) return product.name;
    cursor = page.next;
    // Calls kept for the row, the preview, the hint and the reviews. A catalog that long is left to the merchant's word.
    if (cursor !== null && !budget.has(9)) return null;
  } while (cursor !== null);
  throw new SyncError('INPUT_INVALID', { field: 'wixProductId', got: 'an id this site has not', expected: 'a product of this site' });
}

/** Reviews on Wix that had no product to go to, or lost the one they were copied to, are due again. At most 3 calls. */
async function wakeWixReviews({ rows, clock, instanceId }: SiteSession, wixProductId: WixProductId, successor: StoreProductId): Promise<void> {
  const dueAtMs = clock.nowMs();
  const found = await rows.find('links', { where: { wixProductId, code: ['PRODUCT_UNMATCHED', 'PRODUCT_GONE'] }, limit: 100 });
  const woken = found.rows.flatMap((link) => {
    const set = wake(link, successor, dueAtMs);
    return set === null ? [] : [{ id: link._id, set }];
  });
  if (woken.length === 0) return;
  await rows.patchMany('links', woken);
  await rows.patch('connections', connectionRowId(instanceId), { set: { backlogDueAtMs: dueAtMs } });
}

function wake(link: LinkRow, successor: StoreProductId, nowMs: number): Partial<LinkRow> | null {
  return link.state === 'unmatched' ? { dueAtMs: nowMs } : toSuccessor(link, successor, nowMs);
}
