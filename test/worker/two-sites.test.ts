import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { betweenShops } from '../support/between-shops';
import { DEMO_STORE_KEYS } from '../support/demo-store-keys';
import type { PairOfShops } from '../support/pair-of-shops';

const Webhooks = z.array(z.object({ id: z.number(), status: z.string(), deliveryUrl: z.string() }));
const Reviews = z.array(z.object({ content: z.object({ body: z.string().nullable() }) }));

let shops: PairOfShops;
let otherOwner: string;

betweenShops((both) => { shops = both; }, { walked: false });

beforeAll(async () => {
  otherOwner = await shops.sandbox.token('USER', await shops.sandbox.addSite('A second shop'));
  expect((await shops.sandbox.endpoint('sync/connect', otherOwner, DEMO_STORE_KEYS)).status).toBe(200);
});

async function asOther(path: string, body?: unknown): Promise<string> {
  const response = await shops.sandbox.endpoint(path, otherOwner, body);
  expect(response.status, path).toBe(200);
  return response.text();
}

/** All of it but the time it was asked. */
async function status(): Promise<unknown> {
  const { checkedAtMs: _, ...rest } = z.looseObject({ checkedAtMs: z.number() }).parse(await shops.get('sync/status'));
  return rest;
}

describe('two sites connected to the same store', () => {
  it('each have a webhook with an address of their own', async () => {
    const addresses = Webhooks.parse(await shops.sandbox.store.call('webhooks')).map(({ deliveryUrl }) => deliveryUrl);
    expect(addresses).toHaveLength(2);
    expect(new Set(addresses).size).toBe(2);
  });

  it('carry a review once to the site that sells the product, and the other neither gets it nor sees its row', async () => {
    const words = shops.somebody('Only one of the two sells it.');
    await shops.sandbox.clearLog();
    await shops.sandbox.writeInStore(shops.product, words);
    await shops.sandbox.settle();
    expect(Reviews.parse(await shops.sandbox.wix.call('reviews')).filter(({ content }) => content.body === words.text)).toHaveLength(1);
    expect(await shops.writes('wix')).toHaveLength(1);
    const review = await shops.onWix(words.text);
    for (const path of ['sync/links', 'sync/runs', 'sync/conflicts', 'inbox/items']) expect(await asOther(path), path).not.toContain(review?.id);
  });

  it('pausing, checking and leaving on one changes nothing for the other', async () => {
    const before = await status();
    await asOther('sync/pause', { paused: true });
    await asOther('sync/pause', { paused: false });
    await asOther('sync/disconnect', {});
    expect(await status()).toEqual(before);
    expect(Webhooks.parse(await shops.sandbox.store.call('webhooks'))).toHaveLength(1);
    const words = shops.somebody('Still carried for the first.');
    await shops.sandbox.writeInStore(shops.product, words);
    await shops.sandbox.settle();
    expect(await shops.onWix(words.text)).toBeDefined();
  });
});
