import type { StoreKeys } from '../endpoints/endpoint';
import type { Store } from '../stores/store';
import { createWooCommerce } from '../stores/woocommerce/woocommerce';
import type { CallBudget } from '../sync/call-budget';
import { systemClock } from './system-clock';

/** Opens the merchant's store over the real network, which a store's address may only reach from the outside. */
export function connectStore(keys: StoreKeys, budget: CallBudget): Store {
  return createWooCommerce({
    ...keys,
    // Looked up at each call: the platform may put its own in place after this module was loaded.
    fetch: (input, init) => fetch(input, init),
    budget,
    clock: systemClock,
    random: Math.random,
    loopback: 'refused',
  });
}
