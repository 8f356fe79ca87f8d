import { expect, test } from 'vitest';
import { phpJson } from './php-json';
import { readDeliveries } from './samples';
import { createHandClock, MUG, openTestStore, TOTE } from './test-store';
import { signWebhook } from './webhook-delivery';

test.each([
  'webhook-delivery-action-update-product',
  'webhook-delivery-product-updated',
  'webhook-delivery-rest-insert-review',
  'webhook-delivery-rest-delete-review',
])('the signatures of %s are reproduced from the captured bytes', (sample) => {
  const { secret, deliveries } = readDeliveries(sample);
  expect(deliveries.length).toBeGreaterThan(0);
  for (const { raw_body: body, headers } of deliveries) {
    expect(signWebhook(body, secret)).toBe(headers['x-wc-webhook-signature']);
    // Our writer of JSON makes the very same bytes, so our own signatures are the real ones too.
    expect(phpJson(JSON.parse(body))).toBe(body);
  }
});

test('product.updated carries the captured product byte for byte', async () => {
  const { deliveries: captured } = readDeliveries('webhook-delivery-product-updated');
  const clock = createHandClock(Date.parse('2026-11-23T10:46:04Z'));
  const { store, deliveries, call } = openTestStore({ clock });
  store.seed([TOTE, MUG], []);
  const mug = store.db.products.get(11);
  if (mug === undefined) throw new Error('Expected the seed to make product 11');
  await call('POST', '/webhooks', { topic: 'product.updated', delivery_url: 'http://127.0.0.1:8098/hook', secret: 'whsec_local_test' });
  clock.set(Date.parse('2026-11-23T10:50:59Z'));
  await call('PUT', '/products/11', {});
  store.db.products.put({ ...mug, averageRating: '4.14', ratingCount: 7, modifiedMs: clock.nowMs() });
  await store.flushWebhooks();
  expect(deliveries[1]?.body).toBe(captured[0]?.raw_body);
  const webhookHeaders = ['source', 'topic', 'resource', 'event', 'signature', 'id'].map((name) => `x-wc-webhook-${name}`);
  for (const name of ['content-type', 'user-agent', ...webhookHeaders]) {
    expect(`${name}: ${deliveries[1]?.request.headers.get(name)}`).toBe(`${name}: ${captured[0]?.headers[name]}`);
  }
  expect(deliveries[1]?.request.headers.get('x-wc-webhook-delivery-id')).toMatch(/^[0-9a-f]{32}$/);
});

test('creating a webhook sends an unsigned form ping, as captured', async () => {
  const { deliveries: captured } = readDeliveries('webhook-delivery-ping');
  const { deliveries, call } = openTestStore();
  await call('POST', '/webhooks', { topic: 'product.updated', delivery_url: 'http://127.0.0.1:8098/hook', secret: 'whsec_local_test' });
  expect(deliveries[0]?.body).toBe(captured[0]?.raw_body);
  expect(deliveries[0]?.request.headers.get('content-type')).toBe('application/x-www-form-urlencoded');
  expect([...(deliveries[0]?.request.headers.keys() ?? [])].filter((name) => name.startsWith('x-wc'))).toEqual([]);
});

test('two deliveries within one second share their delivery id', async () => {
  const { store, deliveries, call } = openTestStore();
  store.seed([TOTE, MUG], []);
  await call('POST', '/webhooks', { topic: 'action.woocommerce_update_product', delivery_url: 'http://127.0.0.1:8098/hook' });
  await call('PUT', '/products/10', {});
  await call('PUT', '/products/11', {});
  await store.flushWebhooks();
  const ids = deliveries.slice(1).map(({ request }) => request.headers.get('x-wc-webhook-delivery-id'));
  expect(ids).toHaveLength(2);
  expect(ids[0]).toBe(ids[1]);
});
