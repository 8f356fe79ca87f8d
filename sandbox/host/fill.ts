import { applySeedToWix } from '../seed/apply-seed-to-wix';
import { buildSeed } from '../seed/seed';
import type { WixStandIn } from '../wix/wix-stand-in';
import type { WooStandIn } from '../woocommerce/stand-in';

/** Gives both shops the past they had before the app came. */
export function fill(wix: WixStandIn, store: WooStandIn, instanceId: string): void {
  const seed = buildSeed();
  applySeedToWix(wix, seed, instanceId);
  store.seed(seed.storeProducts, seed.storeReviews);
}
