import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { brandId, type StoreProductId } from '../../src/core/ids';
import type { ContractSubject } from '../../src/backend/stores/contract';
import { answer, type Send } from '../../src/backend/stores/woocommerce/request';
import { createWooCommerce, openWooCommerce, type WooCommerceDeps } from '../../src/backend/stores/woocommerce/woocommerce';
import { CallBudget } from '../../src/backend/sync/call-budget';
import type { LiveSettings } from './live-settings';

const Created = z.object({ id: z.int().positive() });

/** A store that many people's slow tests share answers late. */
const TIMEOUT_MS = 60_000;

/** Two products of its own in a real store, which take their reviews along when they are deleted. */
export async function openLiveSubject(settings: LiveSettings): Promise<ContractSubject> {
  const run = randomUUID().slice(0, 8);
  const budget = new CallBudget(10_000);
  const deps: WooCommerceDeps = { ...settings, fetch: globalThis.fetch, budget, clock: { nowMs: () => Date.now() }, random: Math.random, loopback: 'allowed', timeoutMs: TIMEOUT_MS };
  const send = openWooCommerce({ ...deps, budget: new CallBudget(100) });
  const products: StoreProductId[] = [];
  const close = () => deleteProducts(send, products);
  try {
    for (const name of ['first', 'second']) products.push(await createProduct(send, `Review Relay live test ${run}, ${name}`));
    const [product, otherProduct] = products;
    if (product === undefined || otherProduct === undefined) throw new Error('Expected two products to be created');
    return {
      store: createWooCommerce(deps),
      stranger: createWooCommerce({ ...deps, secret: 'cs_0000000000000000000000000000000000000000', budget: new CallBudget(100) }),
      budget,
      product,
      otherProduct,
      unknownProduct: brandId(2_000_000_001),
      unknownReview: brandId(2_000_000_001),
      run,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function createProduct(send: Send, name: string): Promise<StoreProductId> {
  const body = { name, type: 'simple', regular_price: '1.00', catalog_visibility: 'hidden', reviews_allowed: true };
  const { json } = await answer(send({ method: 'POST', path: 'products', body }));
  return brandId<StoreProductId>(Created.parse(json).id);
}

/** Tries each, so that one that will not go leaves no other behind. */
async function deleteProducts(send: Send, products: readonly StoreProductId[]): Promise<void> {
  const results = await Promise.allSettled(products.map((id) => answer(send({ method: 'DELETE', path: `products/${id}`, query: { force: 'true' } }))));
  const failed = results.find((result) => result.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}
