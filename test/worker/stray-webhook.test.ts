import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { DEMO_STORE_KEYS } from '../support/demo-store-keys';
import type { SharedProduct } from '../support/sandbox-client';
import { startSandbox, type RunningSandbox } from '../support/start-sandbox';
import { storeWebhooks, type StoreWebhook } from '../support/store-webhooks';

const webhooksShape = z.array(z.object({ deliveryUrl: z.url(), status: z.string() }));
/** WooCommerce switches a webhook off at the seventh refusal in a row. */
const REFUSALS = 7;

let sandbox: RunningSandbox;
let product: SharedProduct;
let stray: StoreWebhook;

beforeAll(async () => {
  sandbox = await startSandbox({ switches: { quota: 'off' } });
  const [first] = storeWebhooks(sandbox);
  if (first === undefined) throw new Error('Expected a webhook');
  stray = first;
  // A later connecting that went well; the address of the earlier one is genuine and nobody's any more.
  const answer = await sandbox.endpoint('sync/connect', await sandbox.token('USER'), DEMO_STORE_KEYS);
  if (!answer.ok) throw new Error(`Expected to connect, got ${String(answer.status)}`);
  product = await sandbox.quietProduct();
  await sandbox.warmUp(product);
  await sandbox.settle();
  await sandbox.store.call('leaveWebhook', stray.deliveryUrl, stray.secret);
});

afterAll(async () => {
  await sandbox.stop();
});

it('a webhook that a cut-off connecting left in the store is refused until the store gives it up, and disturbs nothing', async () => {
  for (let n = 0; n < REFUSALS; n += 1) {
    await sandbox.writeInStore(product, { name: `Robin ${String(n)}`, email: `robin.${String(n)}@example.com`, rating: 4, text: `Heard of once, number ${String(n)}.` });
    await sandbox.settle();
  }
  const statuses = webhooksShape.parse(await sandbox.store.call('webhooks')).map(({ deliveryUrl, status }) => [deliveryUrl === stray.deliveryUrl, status]);
  expect(statuses).toEqual([[false, 'active'], [true, 'disabled']]);
  const bodies = (await sandbox.wixReviews()).map(({ content }) => content.body);
  for (let n = 0; n < REFUSALS; n += 1) expect(bodies.filter((body) => body === `Heard of once, number ${String(n)}.`)).toHaveLength(1);
});
