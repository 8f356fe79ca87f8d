import { brandId, type StoreProductId, type WixProductId } from '../../core/ids';
import type { ConnectedSetup, ProductEntry } from '../../backend/endpoints/setup/setup-types';
import { connected } from './fake-backend';

export function setup(change: Partial<ConnectedSetup> = {}): ConnectedSetup {
  return {
    kind: 'connected',
    connection: connected().connection,
    products: { suggested: 2, open: 1, matched: 140, left: 0 },
    run: null,
    ...change,
  };
}

export const ALL_GRANTED = { verdicts: ['read-reviews', 'read-products', 'write', 'webhook'].map((permission) => ({ permission, problem: null })) };

export function product(id: string, change: Partial<ProductEntry> = {}): ProductEntry {
  return {
    storeProductId: brandId<StoreProductId>(id), wixProductId: brandId<WixProductId>(`w${id}`), storeName: `Mug ${id}`, wixName: `Wix mug ${id}`,
    reason: 'sku', confidence: 1, twins: [], ...change,
  };
}
