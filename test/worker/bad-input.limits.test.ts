import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { SharedProduct } from '../support/sandbox-client';
import { startSandbox, type RunningSandbox } from '../support/start-sandbox';

const linksShape = z.object({
  items: z.array(z.object({
    state: z.string(), code: z.string().nullable(), sentence: z.string().nullable(), action: z.string().nullable(),
    onWix: z.boolean(), inStore: z.boolean(), storeProductId: z.string().nullable(), lastAtMs: z.number(),
  })),
});

let sandbox: RunningSandbox;
let token: string;
let product: SharedProduct;
let person = 0;

beforeAll(async () => {
  sandbox = await startSandbox({ walked: true, switches: { quota: 'off' } });
  token = await sandbox.token('USER');
  product = await sandbox.quietProduct();
});

afterAll(async () => {
  await sandbox.stop();
});

beforeEach(async () => {
  person += 1;
  await sandbox.store.call('fail', { down: false, html: false });
  await sandbox.settle();
  await sandbox.clearLog();
});

const name = (): string => `Alex ${String(person)}`;
const email = (): string => `alex.${String(person)}@example.com`;
const onWix = async () => (await sandbox.wixReviews()).filter((review) => review.author.authorName === name());
const inStore = async () => (await sandbox.storeReviews()).filter((review) => review.email === email());

async function writeInStore(text: string, rating: number | null = 4): Promise<void> {
  await sandbox.store.call('write', { productId: product.storeId, name: name(), email: email(), rating, text });
}
async function writeOnWix(body: string, title = ''): Promise<void> {
  await sandbox.wix.call('write', { productId: product.wixId, name: name(), email: email(), rating: 4, title, body });
}

/** What the Sync page lists under a code, newest first; the answer must not quote a shopper. */
async function told(code: string, ...unsaid: readonly string[]) {
  const text = await (await sandbox.endpoint(`sync/links?code=${code}`, token)).text();
  for (const words of [name(), email(), ...unsaid]) expect(text).not.toContain(words);
  return linksShape.parse(JSON.parse(text)).items;
}

describe('stars', () => {
  it('beyond five are five on Wix', async () => {
    await writeInStore('Nine out of five.', 9);
    await sandbox.settle();
    expect(await onWix()).toMatchObject([{ content: { rating: 5, body: 'Nine out of five.' } }]);
    // The shopper's own figure stays where it was written.
    expect(await inStore()).toMatchObject([{ rating: 9 }]);
  });

  it('changed to nine later are five on Wix, written once', async () => {
    await writeInStore('It grew on me.', 2);
    await sandbox.settle();
    const [written] = await inStore();
    await sandbox.store.call('edit', written?.id, { rating: 9 });
    await sandbox.settle();
    expect(await onWix()).toMatchObject([{ content: { rating: 5 } }]);
    expect(await inStore()).toMatchObject([{ rating: 9 }]);
  });

  it('cannot be nine on Wix in the first place', async () => {
    const words = { productId: product.wixId, name: name(), email: email(), rating: 9, title: '', body: 'Nine.' };
    await expect(sandbox.wix.call('write', words)).rejects.toThrow(/rating/i);
  });
});

describe('a text of 70,000 characters', () => {
  const long = 'Long story. '.repeat(5_834).slice(0, 70_000);

  it('in the store is told to be too long, stays whole, and crosses once it is shortened', async () => {
    await writeInStore(long);
    await sandbox.settle();
    expect(await onWix()).toEqual([]);
    expect((await inStore()).map(({ content }) => content.length)).toEqual([long.trim().length]);
    const [link] = await told('FIELD_TOO_LONG', 'Long story');
    expect(link).toMatchObject({ state: 'blocked', action: 'Shorten the text', inStore: true, onWix: false });
    const [written] = await inStore();
    await sandbox.store.call('edit', written?.id, { text: 'In short: good.' });
    await sandbox.settle();
    expect(await onWix()).toMatchObject([{ content: { body: 'In short: good.' } }]);
  });

  it('that replaces a short one in the store leaves the copy on Wix as it was', async () => {
    await writeInStore('Short and sweet.');
    await sandbox.settle();
    const [written] = await inStore();
    await sandbox.store.call('edit', written?.id, { text: long });
    await sandbox.settle();
    expect(await onWix()).toMatchObject([{ content: { body: 'Short and sweet.' } }]);
    expect((await told('FIELD_TOO_LONG', 'Long story')).map(({ onWix: there, inStore: here }) => [there, here])).toContainEqual([true, true]);
    expect((await inStore()).map(({ content }) => content.length)).toEqual([long.length]);
  });

  it('cannot be on Wix in the first place', async () => {
    await expect(writeOnWix(long)).rejects.toThrow(/content\.body|3000/);
  });

  it('sent to an endpoint is refused by its size, unread', async () => {
    const response = await sandbox.endpoint('sync/connect', token, { url: `https://shop.example/${long}`, key: 'ck', secret: 'cs' });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: 'INPUT_INVALID', field: 'body', got: 'more than 65536 bytes', expected: 'at most 65536 bytes' } });
  });
});

describe('a text just as long as Wix allows', () => {
  it.each([
    ['letters', 'x'.repeat(3_000)],
    ['emoji', '😀'.repeat(1_500)],
    ['letters of three bytes', '良'.repeat(3_000)],
    ['right-to-left letters', 'ש'.repeat(3_000)],
    ['what the store has to escape', '<3'.repeat(1_500)],
  ])('of %s is whole in the store, and whole again on Wix', async (_, text) => {
    await writeOnWix(text);
    await sandbox.settle();
    expect((await inStore()).map(({ content }) => content.replaceAll('&lt;', '<'))).toEqual([text]);
    person += 1;
    await writeInStore(text);
    await sandbox.settle();
    expect((await onWix()).map(({ content }) => content.body)).toEqual([text]);
  });
});

describe('a review that the other shop cannot hold', () => {
  it('has a name too long for Wix: told with its reason, and kept', async () => {
    const author = `${name()} ${'van der '.repeat(20)}Berg`;
    await sandbox.store.call('write', { productId: product.storeId, name: author, email: email(), rating: 4, text: 'My name is long.' });
    await sandbox.settle();
    expect((await sandbox.wixReviews()).filter(({ content }) => content.body === 'My name is long.')).toEqual([]);
    expect((await told('FIELD_TOO_LONG', 'van der'))[0]).toMatchObject({ state: 'blocked', inStore: true });
    expect(await inStore()).toHaveLength(1);
  });

  it('has stars but no words for the store: told with its reason, and kept', async () => {
    await writeOnWix('');
    await sandbox.settle();
    expect(await inStore()).toEqual([]);
    expect(await onWix()).toHaveLength(1);
    expect((await told('BODY_MISSING'))[0]).toMatchObject({ onWix: true, inStore: false });
  });
});

describe('a store that is away while a visitor writes on Wix', () => {
  it.each([
    ['does not answer', { down: true }],
    ['shows a page instead of data', { html: true }],
  ])('%s: the review waits and arrives once', async (_, faults) => {
    await sandbox.store.call('fail', faults);
    await writeOnWix(`Written while the store was away, ${String(person)}.`);
    await sandbox.settle();
    expect(await inStore()).toEqual([]);
    await sandbox.store.call('fail', { down: false, html: false });
    await sandbox.backfill();
    await sandbox.settle();
    expect(await inStore()).toMatchObject([{ author: name() }]);
    expect(await onWix()).toHaveLength(1);
  }, 120_000);
});

describe('stars that were not given', () => {
  it('are named as the reason, and the review stays', async () => {
    await writeInStore('No stars from me.', null);
    // WooCommerce tells nobody about such a review, so it is found on the next walk.
    await sandbox.backfill();
    await sandbox.settle();
    expect(await onWix()).toEqual([]);
    expect(await inStore()).toHaveLength(1);
    const [link] = await told('RATING_MISSING', 'No stars from me');
    expect(link).toMatchObject({ sentence: 'The review has no stars, and Wix only takes reviews with stars.', inStore: true, onWix: false });
  }, 120_000);
});
