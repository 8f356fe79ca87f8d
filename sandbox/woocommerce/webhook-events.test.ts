import { beforeEach, expect, test } from 'vitest';
import { readQueueTable } from './samples';
import { openTestStore, TOTE, type TestStore } from './test-store';

const PRODUCT_TOPICS = ['action.woocommerce_update_product', 'product.updated'];
const REST_INSERT = 'action.woocommerce_rest_insert_product_review';
const REST_DELETE = 'action.woocommerce_rest_delete_review';
const GUEST = { productId: 10, name: 'Guest One', email: 'guest1@example.test', rating: 4, text: 'Bought it at the fair.' };

let life: TestStore;

beforeEach(async () => {
  life = openTestStore();
  life.store.seed([TOTE, { id: 13, name: 'Short Lived' }], []);
  for (const topic of ['product.updated', 'action.woocommerce_update_product', REST_INSERT, REST_DELETE]) {
    await life.call('POST', '/webhooks', { topic, delivery_url: 'http://127.0.0.1:8098/hook', secret: 's' });
  }
});

/** Topics that a change makes the store deliver, in their order. */
async function topicsOf(change: () => unknown): Promise<(string | null)[]> {
  await life.store.flushWebhooks();
  life.deliveries.length = 0;
  await change();
  await life.store.flushWebhooks();
  return life.deliveries.map(({ request }) => request.headers.get('x-wc-webhook-topic'));
}

const createByRest = async (over: object = {}) => {
  const review = { product_id: 10, review: 'Fine', reviewer: 'H', reviewer_email: 'h@example.test', rating: 5, ...over };
  const { body } = await life.call('POST', '/products/reviews', review);
  return (body as { id: number }).id;
};

const submit = (over: object = {}) => {
  const outcome = life.store.storefront.submitReview({ ...GUEST, ...over });
  if (outcome.kind === 'refused') throw new Error(`Expected the review to be taken, got: ${outcome.reason}`);
  return outcome.row.id;
};

test('each step of the captured queue table queues what it queued on the real store', async () => {
  const { storefront } = life.store;
  storefront.holdReviews(true);
  let unrated = 0;
  const steps: Record<string, () => unknown> = {
    'storefront, rating 4, held for moderation': () => submit(),
    'storefront, no rating, held for moderation': () => (unrated = submit({ rating: null, text: 'No stars' })),
    'REST: approve that unrated held review': () => life.call('PUT', `/products/reviews/${unrated}`, { status: 'approved' }),
    'REST: text-only edit (same rating)': () => life.call('PUT', `/products/reviews/${unrated}`, { review: 'Edited' }),
    'REST: PUT with identical values (no change at all)': () => life.call('PUT', `/products/reviews/${unrated}`, { review: 'Edited' }),
    'REST: trash': () => life.call('DELETE', `/products/reviews/${unrated}`),
    'REST: force delete from the trash': () => life.call('DELETE', `/products/reviews/${unrated}?force=true`),
    'product deleted permanently (its reviews vanish with it)': () => life.call('DELETE', '/products/13?force=true'),
  };
  for (const { step, queued } of readQueueTable()) {
    const change = steps[step];
    if (change === undefined) throw new Error(`Expected every captured step to be known, got "${step}"`);
    const topics = (await topicsOf(change)).filter((topic) => topic !== REST_INSERT && topic !== REST_DELETE);
    expect([step, topics]).toEqual([step, queued === 'none' ? [] : PRODUCT_TOPICS]);
  }
});

test('the owner’s changes in wp-admin tell the product hooks and nothing REST-only', async () => {
  const { storefront } = life.store;
  const id = submit();
  expect(await topicsOf(() => storefront.setStatus(id, 'hold'))).toEqual(PRODUCT_TOPICS);
  expect(await topicsOf(() => storefront.setStatus(id, 'approved'))).toEqual(PRODUCT_TOPICS);
  expect(await topicsOf(() => storefront.editReview(id, { text: 'New', rating: 2 }))).toEqual(PRODUCT_TOPICS);
  expect(await topicsOf(() => storefront.reply(id, 'Thanks'))).toEqual(PRODUCT_TOPICS);
  expect(await topicsOf(() => storefront.setStatus(id, 'trash'))).toEqual(PRODUCT_TOPICS);
  expect(await topicsOf(() => storefront.setStatus(id, 'untrash'))).toEqual(PRODUCT_TOPICS);
  expect(await topicsOf(() => storefront.setStatus(id, 'spam'))).toEqual(PRODUCT_TOPICS);
  expect(await topicsOf(() => storefront.deleteForever(id))).toEqual([]);
});

test('REST writes tell their own hooks as well; a force delete tells the product only when the review was visible', async () => {
  let id = 0;
  expect(await topicsOf(async () => (id = await createByRest()))).toEqual([...PRODUCT_TOPICS, REST_INSERT]);
  expect(await topicsOf(() => life.call('PUT', `/products/reviews/${id}`, { rating: 1 }))).toEqual([...PRODUCT_TOPICS, REST_INSERT]);
  expect(await topicsOf(() => life.call('PUT', `/products/reviews/${id}`, {}))).toEqual([...PRODUCT_TOPICS, REST_INSERT]);
  expect(await topicsOf(() => life.call('DELETE', `/products/reviews/${id}?force=true`))).toEqual([...PRODUCT_TOPICS, REST_DELETE]);
  const spam = await createByRest({ status: 'spam' });
  expect(await topicsOf(() => life.call('DELETE', `/products/reviews/${spam}?force=true`))).toEqual([REST_DELETE]);
});

test('equal pending pairs are delivered once', async () => {
  const topics = await topicsOf(async () => {
    await life.call('PUT', '/products/10', {});
    await life.call('PUT', '/products/10', {});
  });
  expect(topics).toEqual(PRODUCT_TOPICS);
});
