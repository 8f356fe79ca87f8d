import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { SharedProduct, Words } from '../support/sandbox-client';
import { startSandbox, type RunningSandbox } from '../support/start-sandbox';

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
});
