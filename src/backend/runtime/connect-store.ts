import type { StoreKeys } from '../endpoints/endpoint';
import type { Store } from '../stores/store';
import type { ReplyKeys } from '../stores/woocommerce/reply-keys';
import { checkReplyKeys, createWooCommerce, type WooCommerceDeps } from '../stores/woocommerce/woocommerce';
import type { CallBudget } from '../sync/call-budget';
import { systemClock } from './system-clock';

/** Opens the merchant's store over the real network, which a store's address may only reach from the outside. */
export function connectStore(keys: StoreKeys, budget: CallBudget): Store {
  return createWooCommerce(wooDeps(keys, budget));
}

export async function checkReplies(keys: StoreKeys, replies: Omit<ReplyKeys, 'staff'>, budget: CallBudget): Promise<readonly number[]> {
  return checkReplyKeys(wooDeps(keys, budget), replies);
}

function wooDeps(keys: StoreKeys, budget: CallBudget): WooCommerceDeps {
  return {
    ...keys,
    // Looked up at each call: the platform may put its own in place after this module was loaded.
    fetch: (input, init) => fetch(input, init),
    budget,
    clock: systemClock,
    random: Math.random,
    loopback: 'refused',
  };
}
