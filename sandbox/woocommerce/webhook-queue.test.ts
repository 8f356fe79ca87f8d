import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { openJournal } from '../journal';
import { openTestStore, TOTE, type TestStore } from './test-store';

async function subscribe({ store, call }: TestStore): Promise<void> {
  store.seed([TOTE], []);
  const hook = { topic: 'action.woocommerce_update_product', delivery_url: 'http://127.0.0.1:8098/hook', secret: 's' };
  await call('POST', '/webhooks', hook);
}

test('a delivery leaves only after the delay of the store’s queue', async () => {
  const life = openTestStore({ webhookDelayMs: 40_000 });
  await subscribe(life);
  const startMs = life.clock.nowMs();
  await life.call('PUT', '/products/10', {});
  life.clock.set(startMs + 39_999);
  await Promise.resolve();
  expect(life.deliveries).toHaveLength(1);
  life.clock.set(startMs + 40_000);
  await vi.waitFor(() => expect(life.deliveries).toHaveLength(2));
});

test('a failed delivery is never sent again, a success forgets the failures, the seventh in a row disables', async () => {
  let status = 500;
  const life = openTestStore({ answer: () => status });
  await subscribe(life);
  const change = async () => {
    await life.call('PUT', '/products/10', {});
    await life.store.flushWebhooks();
    await life.store.flushWebhooks();
    return life.store.db.webhooks.get(1);
  };
  for (let failure = 1; failure <= 6; failure += 1) expect(await change()).toMatchObject({ status: 'active', failureCount: failure });
  expect(life.deliveries).toHaveLength(7);
  status = 302;
  expect(await change()).toMatchObject({ status: 'active', failureCount: 0 });
  status = 303;
  for (let failure = 1; failure <= 6; failure += 1) await change();
  expect(await change()).toMatchObject({ status: 'disabled', failureCount: 6 });
  const sent = life.deliveries.length;
  await change();
  expect(life.deliveries).toHaveLength(sent);
});

test('a receiver that cannot be reached is a failure, not a crash', async () => {
  const life = openTestStore({ deliver: () => Promise.reject(new TypeError('fetch failed')) });
  await subscribe(life);
  await life.call('PUT', '/products/10', {});
  await life.store.flushWebhooks();
  expect(life.store.db.webhooks.get(1)).toMatchObject({ failureCount: 1 });
});

test('after a kill the store comes back with its rows, its secrets, its next ids and its pending deliveries', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'woo-'));
  const file = join(folder, 'woo.jsonl');
  const before = openTestStore({ journal: openJournal(file) });
  await subscribe(before);
  const review = { product_id: 10, review: 'Fine', reviewer: 'H', reviewer_email: 'h@example.test', rating: 5 };
  await before.call('POST', '/products/reviews', review);
  await before.call('DELETE', '/products/reviews/1?force=true');

  const after = openTestStore({ journal: openJournal(file), webhookDelayMs: 40_000 });
  expect(after.store.db.webhooks.get(1)).toMatchObject({ secret: 's' });
  expect((await after.call('POST', '/products/reviews', review)).body).toMatchObject({ id: 2 });
  after.clock.set(after.clock.nowMs() + 40_000);
  await vi.waitFor(() => expect(after.deliveries).toHaveLength(1));
  expect(after.deliveries[0]?.body).toBe('{"action":"woocommerce_update_product","arg":10}');
  rmSync(folder, { recursive: true });
});
