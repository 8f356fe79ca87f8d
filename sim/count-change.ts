import { Tally } from './tally';
import type { Change } from './world/shop';
import type { World } from './world/world';

/** Puts a change on the tally of its pair. Reviews that cannot be part of one count for nothing. */
export function countChange(world: World, tally: Tally, change: Change): void {
  if (change.side === 'wix') {
    tally.add(Tally.key(change.after.productId, world.shops.contacts.get(change.after.contactId) ?? change.after.contactId), 'wix', change.byApp);
    return;
  }
  const product = world.products.find((one) => one.store === change.productId)?.wix ?? null;
  if (product !== null && change.record.email !== null) tally.add(Tally.key(product, change.record.email), 'store', change.byApp);
}
