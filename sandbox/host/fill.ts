import { applySeedToWix } from '../seed/apply-seed-to-wix';
import { manyProducts } from '../seed/many-products';
import { buildSeed } from '../seed/seed';
import type { WixStandIn } from '../wix/wix-stand-in';
import type { WooStandIn } from '../woocommerce/stand-in';

/** Gives both shops the past they had before the app came, and as many more products as asked for. */
export function fill(wix: WixStandIn, store: WooStandIn, instanceId: string, moreProducts: number): void {
  const seed = buildSeed();
  const more = manyProducts(moreProducts);
  applySeedToWix(wix, { ...seed, wixProducts: [...seed.wixProducts, ...more.wixProducts] }, instanceId);
  store.seed([...seed.storeProducts, ...more.storeProducts], seed.storeReviews);
}
