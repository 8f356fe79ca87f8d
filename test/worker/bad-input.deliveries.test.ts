import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DEMO_STORE_KEYS } from '../support/demo-store-keys';
import type { SharedProduct } from '../support/sandbox-client';
import { startSandbox, type RunningSandbox } from '../support/start-sandbox';
import { storeWebhooks, type StoreWebhook } from '../support/store-webhooks';

const errorShape = z.object({ error: z.object({ code: z.string() }) });


let sandbox: RunningSandbox;
/** The genuine addresses of two sites that are connected to the same store. */
let own: StoreWebhook;
let others: StoreWebhook;
let product: SharedProduct;

beforeAll(async () => {
  sandbox = await startSandbox({ switches: { quota: 'off' } });
  const other = await sandbox.addSite('Another shop');
  const answer = await sandbox.endpoint('sync/connect', await sandbox.token('USER', other), DEMO_STORE_KEYS);
  if (!answer.ok) throw new Error(`Expected the other site to connect, got ${String(answer.status)}`);
  const [first, second] = storeWebhooks(sandbox);
  const [shared] = await sandbox.sharedProducts();
  if (first === undefined || second === undefined || shared === undefined) throw new Error('Expected two webhooks and a shared product');
  [own, others, product] = [first, second, shared];
});

afterAll(async () => {
  await sandbox.stop();
});

beforeEach(async () => {
  await sandbox.settle();
  await sandbox.clearLog();
});

const bodyFor = (storeId: number): string => JSON.stringify({ action: 'woocommerce_update_product', arg: storeId });
const signatureOf = (body: string, { secret }: StoreWebhook): string => createHmac('sha256', secret).update(body).digest('base64');

function deliver({ deliveryUrl }: StoreWebhook, body: string, signature: string): Promise<Response> {
  const headers = { 'content-type': 'application/json', 'x-wc-webhook-topic': 'action.woocommerce_update_product', 'x-wc-webhook-signature': signature };
  return fetch(deliveryUrl, { method: 'POST', headers, body });
}

async function expectForged(response: Response): Promise<void> {
  const text = await response.text();
  expect([response.status, errorShape.parse(JSON.parse(text)).error.code]).toEqual([401, 'SIGNATURE_INVALID']);
  expect(text).not.toContain(own.secret);
  await sandbox.settle();
  expect((await sandbox.calls()).filter(({ kind, side }) => side === 'store' || kind !== 'own')).toEqual([]);
}

describe('a delivery that claims to come from the store', () => {
  it('is followed when the store signed it for this very address', async () => {
    const body = bodyFor(product.storeId);
    expect((await deliver(own, body, signatureOf(body, own))).status).toBe(200);
    await sandbox.settle();
    expect((await sandbox.calls()).filter(({ side }) => side === 'store')).not.toEqual([]);
  });

  it('is forged when its body was changed under a genuine signature', async () => {
    const signature = signatureOf(bodyFor(product.storeId), own);
    await expectForged(await deliver(own, bodyFor(product.storeId + 1), signature));
    await expectForged(await deliver(own, `${bodyFor(product.storeId)} `, signature));
  });

  it('is forged when it is signed with the secret of another site of the same store', async () => {
    const body = bodyFor(product.storeId);
    expect(others.secret).not.toBe(own.secret);
    await expectForged(await deliver(own, body, signatureOf(body, others)));
    await expectForged(await deliver(others, body, signatureOf(body, own)));
  });

  it.each([
    ['empty', ''],
    ['no base64', '§§§'],
    ['a hexadecimal digest', 'a'.repeat(64)],
    ['far too long', 'A'.repeat(5_000)],
  ])('is forged when its signature is %s', async (_, signature) => {
    await expectForged(await deliver(own, bodyFor(product.storeId), Buffer.from(signature, 'latin1').toString('latin1')));
  });

  it('is forged when it pretends to be a ping but carries a product', async () => {
    const response = await fetch(own.deliveryUrl, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: `webhook_id=1&arg=${String(product.storeId)}` });
    await expectForged(response);
  });

  it('is accepted and does nothing when it is signed but makes no sense', async () => {
    for (const body of ['', 'not json', '{}', '[]', bodyFor(-1), JSON.stringify({ action: 'woocommerce_update_product', arg: '<script>' })]) {
      expect((await deliver(own, body, signatureOf(body, own))).status).toBe(200);
    }
    await sandbox.settle();
    expect((await sandbox.calls()).filter(({ side, kind }) => side === 'store' || kind !== 'own')).toEqual([]);
  });

  it('is refused unread when it is larger than any the store sends', async () => {
    const body = JSON.stringify({ action: 'woocommerce_update_product', arg: product.storeId, pad: 'x'.repeat(70_000) });
    const response = await deliver(own, body, signatureOf(body, own));
    expect(response.status).toBe(413);
    expect(errorShape.parse(await response.json()).error.code).toBe('INPUT_INVALID');
  });
});

describe('the address of a connection that has ended', () => {
  it('tells the store that it is gone, however well the delivery is signed', async () => {
    const before = (await sandbox.storeReviews()).length;
    expect((await sandbox.endpoint('sync/disconnect', await sandbox.token('USER'), {})).status).toBe(200);
    const body = bodyFor(product.storeId);
    expect((await deliver(own, body, signatureOf(body, own))).status).toBe(410);
    expect((await deliver(others, body, signatureOf(body, others))).status).toBe(200);
    expect(await sandbox.storeReviews()).toHaveLength(before);
  });
});
