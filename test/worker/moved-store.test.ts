import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { DEMO_STORE_KEYS } from '../support/demo-store-keys';
import { PairOfShops } from '../support/pair-of-shops';

const webhooksShape = z.array(z.object({ status: z.string() }));
const errorShape = z.object({ error: z.object({ code: z.string(), got: z.string().optional() }) });

let shops: PairOfShops;

beforeAll(async () => {
  shops = await PairOfShops.start({ walked: true });
});

afterAll(async () => {
  await shops.sandbox.stop();
});

const connect = (change: object): Promise<Response> => shops.sandbox.endpoint('sync/connect', shops.token, { ...DEMO_STORE_KEYS, ...change });
const refusal = async (change: object): Promise<unknown> => errorShape.parse(await (await connect(change)).json()).error;
const linked = async (): Promise<number> => z.object({ counts: z.object({ 'in-step': z.number() }) }).parse(await shops.get('sync/status')).counts['in-step'];
const addresses = async (): Promise<readonly string[]> => [...new Set((await shops.sandbox.calls()).filter(({ side }) => side === 'store').map(({ url }) => new URL(url).host))];

/** A review crosses, by calls to `host` alone. */
async function crosses(text: string, host: string): Promise<void> {
  await shops.sandbox.clearLog();
  await shops.sandbox.writeInStore(shops.product, shops.somebody(text));
  await shops.sandbox.settle();
  expect((await shops.sandbox.wixReviews()).filter(({ content }) => content.body === text)).toHaveLength(1);
  expect(await addresses()).toEqual([host]);
  expect(webhooksShape.parse(await shops.sandbox.store.call('webhooks'))).toMatchObject([{ status: 'active' }]);
}

it('a store with www before its name is the same one: it is called there, heard from there, and keeps its links', async () => {
  const before = await linked();
  expect((await connect({ url: 'https://www.demo-store.example/' })).status).toBe(200);
  expect(await linked()).toBe(before);
  await crosses('Told under the longer name.', 'www.demo-store.example');
}, 120_000);

it('a store of strangers whose reviews have the same numbers is refused, whoever says that the shop moved', async () => {
  await shops.post('sync/disconnect', {});
  const before = (await shops.sandbox.wixReviews()).length;
  for (const moved of [{}, { moved: true }]) expect(await refusal({ url: 'https://strangers-store.example', ...moved })).toMatchObject({ code: 'OTHER_STORE' });
  await shops.sandbox.settle();
  expect(await shops.get('sync/status')).toMatchObject({ kind: 'disconnected' });
  expect((await shops.sandbox.wixReviews()).length).toBe(before);
}, 120_000);

it('a store that moved to another name is known by its reviews, and goes on there once its owner says so', async () => {
  expect(await refusal({ url: 'https://new-name.example' })).toEqual(expect.objectContaining({ code: 'STORE_MOVED', got: '100 of 100 reviews' }));
  expect((await connect({ url: 'https://new-name.example', moved: true })).status).toBe(200);
  expect((await shops.sandbox.invocations()).filter(({ refused }) => refused > 0)).toEqual([]);
  await crosses('Told under the new name.', 'new-name.example');
}, 120_000);
