import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { SharedProduct, Words } from '../support/sandbox-client';
import { startSandbox, type RunningSandbox } from '../support/start-sandbox';
import { until } from '../support/until';

const OWNER = { action: 'add', user: 'shopowner', password: 'demo demo demo demo demo demo' };

let sandbox: RunningSandbox;
let product: SharedProduct;

beforeAll(async () => {
  sandbox = await startSandbox({ switches: { quota: 'off' } });
  product = await sandbox.quietProduct();
  await sandbox.warmUp(product);
});

afterAll(async () => {
  await sandbox.stop();
});

const Reviews = z.array(z.looseObject({ id: z.string(), author: z.looseObject({ authorName: z.string() }), reply: z.looseObject({ message: z.string() }).nullish() }));
const Replies = z.array(z.object({ id: z.number(), parent: z.number(), content: z.string() }));

const setup = async (body: unknown) => (await sandbox.endpoint('setup/replies', await sandbox.token('USER'), body)).json();
const onWix = async ({ name }: Words) => Reviews.parse(await sandbox.wix.call('reviews')).find(({ author }) => author.authorName === name)?.reply?.message ?? null;
const Rows = z.object({ items: z.array(z.looseObject({ state: z.string(), code: z.string().nullable(), lastAtMs: z.number() })) });
/** What the list says of the review that something happened to last. */
const newestRow = async () => Rows.parse(await (await sandbox.endpoint(`sync/links?q=${encodeURIComponent(product.name)}`, await sandbox.token('USER'))).json()).items.sort((a, b) => b.lastAtMs - a.lastAtMs)[0];
const inStore = async () => Replies.parse(await sandbox.store.call('replies'));

describe('the shop’s reply', () => {
  it('is asked for with a password that works, and says plainly when it does not', async () => {
    expect(await setup({ ...OWNER, password: 'wrong' })).toMatchObject({ error: { code: 'REPLIES_PASSWORD' } });
    expect(await setup({ action: 'add', user: 'customer', password: 'demo demo demo demo demo cust' })).toMatchObject({ error: { code: 'REPLIES_FORBIDDEN' } });
    expect(await setup(OWNER)).toEqual({ on: true, problem: null });
  });

  it('written, changed and taken away in the store is so on Wix', async () => {
    const words = { name: 'Answered Ann', email: 'answered.ann@example.com', rating: 2, text: 'The handle came off.' };
    await sandbox.writeInStore(product, words);
    await sandbox.settle();
    const review = (await sandbox.storeReviews()).find(({ content }) => content.includes(words.text));
    await sandbox.store.call('reply', review?.id, 'We are sorry.');
    await sandbox.settle();
    expect(await onWix(words)).toBe('We are sorry.');
    const [reply] = await inStore();
    await sandbox.store.call('editReply', reply?.id, 'A new one is on its way.');
    await sandbox.settle();
    expect(await onWix(words)).toBe('A new one is on its way.');
    await sandbox.store.call('removeReply', reply?.id);
    await sandbox.settle();
    expect(await onWix(words)).toBeNull();
  });

  it('written and changed on Wix is so in the store, once', async () => {
    const words = { name: 'Answered Bo', email: 'answered.bo@example.com', rating: 2, text: 'It came in another colour.' };
    await sandbox.writeOnWix(product, words);
    await sandbox.settle();
    const review = Reviews.parse(await sandbox.wix.call('reviews')).find(({ author }) => author.authorName === words.name);
    for (const message of ['We will look into it.', 'The right one is on its way.']) {
      await sandbox.wix.call('reply', review?.id, message);
      await sandbox.settle();
      expect((await inStore()).map(({ content }) => content)).toEqual([message]);
      expect(await onWix(words)).toBe(message);
    }
  });

  it('waits for a person when its password was revoked, and arrives once when there is a new one', async () => {
    const words = { name: 'Answered Cy', email: 'answered.cy@example.com', rating: 2, text: 'The lid does not close.' };
    await sandbox.writeOnWix(product, words);
    await sandbox.settle();
    const review = Reviews.parse(await sandbox.wix.call('reviews')).find(({ author }) => author.authorName === words.name);
    const newPassword = 'next next next next next next';
    await sandbox.store.call('fail', { newAppPassword: newPassword });
    await sandbox.wix.call('reply', review?.id, 'A new lid is on its way.');
    await sandbox.settle();
    expect(await newestRow()).toMatchObject({ code: 'REPLIES_PASSWORD', sentence: expect.stringContaining('application password') as string, actionKind: 'reconnect' });
    expect((await inStore()).map(({ content }) => content)).not.toContain('A new lid is on its way.');

    expect(await setup({ ...OWNER, password: newPassword })).toEqual({ on: true, problem: null });
    await until(async () => {
      await sandbox.tick(await sandbox.token('USER'));
      return newestRow();
    }, (row) => row?.state === 'in-step', 30_000);
    await sandbox.settle();
    expect((await inStore()).filter(({ content }) => content === 'A new lid is on its way.')).toHaveLength(1);
    expect(await onWix(words)).toBe('A new lid is on its way.');
  });
});
