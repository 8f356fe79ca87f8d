import type { CallBudget } from '../../sync/call-budget';
import type { Clock } from '../../sync/clock';
import { SyncError } from '../../../core/sync-error';
import type { Store } from '../store';
import { basicAuth } from './auth-basic';
import { WOOCOMMERCE_CAPABILITIES } from './capabilities';
import { check } from './check';
import { checkReplies, type ReplyStaff } from './check-replies';
import { createReviews } from './create-reviews';
import { findReviews } from './find-reviews';
import { getProduct } from './get-product';
import { getReview } from './get-review';
import { getReviews } from './get-reviews';
import { listProducts } from './list-products';
import { listReviews, listReviewsOf, newestReviews } from './list-reviews';
import { oauth1 } from './oauth1';
import type { ReplyKeys } from './reply-keys';
import { createSend, type Send } from './request';
import { setStatus } from './set-status';
import { parseStoreUrl, type Loopback } from './store-url';
import { trashReview } from './trash-review';
import { updateReview } from './update-review';
import { withReplies } from './with-replies';
import { revive, subscribe, subscription, unsubscribe } from './webhooks';

export interface WooCommerceDeps {
  readonly url: string;
  readonly key: string;
  readonly secret: string;
  /** Left out, replies are neither read nor written, and cost no call. */
  readonly replies?: ReplyKeys | undefined;
  readonly fetch: typeof fetch;
  readonly budget: CallBudget;
  readonly clock: Clock;
  /** 0 up to 1. */
  readonly random: () => number;
  readonly loopback: Loopback;
  readonly timeoutMs?: number;
}

/** A hundred creates take a slow shop this long. */
const TIMEOUT_MS = 25_000;

/** A WooCommerce store, through its REST API v3. Throws `STORE_URL_*` when the address cannot be one. */
export function createWooCommerce(deps: WooCommerceDeps): Store {
  const store = withoutReplies(deps);
  return deps.replies === undefined ? store : withReplies(store, openWordPress(deps, deps.replies), deps.replies.staff);
}

/** Tries an application password out and finds who speaks for the shop. 2 calls. */
export function checkReplyKeys(deps: Omit<WooCommerceDeps, 'replies'>, keys: Omit<ReplyKeys, 'staff'>): Promise<ReplyStaff> {
  return checkReplies(openWordPress(deps, keys));
}

/** WordPress takes application passwords over https only, and in clear text nobody may send them. */
function openWordPress({ url, fetch, budget, clock, loopback, timeoutMs = TIMEOUT_MS }: WooCommerceDeps, { user, password }: Omit<ReplyKeys, 'staff'>): Send {
  const { base, auth } = parseStoreUrl(url, loopback);
  if (auth !== 'basic') throw new SyncError('STORE_URL_INSECURE', { field: 'url', got: 'http', expected: 'https' });
  return createSend({ base, root: 'wp/v2', authorise: basicAuth({ key: user, secret: password }), fetch, budget, clock, timeoutMs });
}

function withoutReplies(deps: WooCommerceDeps): Store {
  const { base } = parseStoreUrl(deps.url, deps.loopback);
  const send = openWooCommerce(deps);
  return {
    capabilities: WOOCOMMERCE_CAPABILITIES,
    check: () => check(send, base),
    listProducts: (cursor) => listProducts(send, cursor),
    getProduct: async (id) => getProduct(send, id),
    listReviews: (cursor) => listReviews(send, cursor),
    newestReviews: () => newestReviews(send),
    listReviewsOf: (productId, cursor) => listReviewsOf(send, productId, cursor),
    getReview: (id) => getReview(send, id),
    getReviews: (ids) => getReviews(send, ids),
    findReviews: (productId, email) => findReviews(send, productId, email),
    createReviews: (drafts) => createReviews(send, drafts),
    updateReview: async (id, edits) => updateReview(send, id, edits),
    setStatus: (id, status) => setStatus(send, id, status),
    setReply: () => Promise.reject(new SyncError('CANNOT_EDIT', { field: 'reply' })),
    trashReview: (id) => trashReview(send, id),
    subscribe: (deliveryUrl, secret) => subscribe(send, deliveryUrl, secret),
    subscription: async (id) => subscription(send, id),
    revive: async (id) => revive(send, id),
    unsubscribe: (id) => unsubscribe(send, id),
  };
}

/** The bare API of a store, for what a `Store` does not offer. */
export function openWooCommerce({ url, key, secret, fetch, budget, clock, random, loopback, timeoutMs = TIMEOUT_MS }: WooCommerceDeps): Send {
  const { base, auth } = parseStoreUrl(url, loopback);
  const authorise = auth === 'basic' ? basicAuth({ key, secret }) : oauth1({ key, secret }, clock, random);
  return createSend({ base, authorise, fetch, budget, clock, timeoutMs });
}
