import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SharedProduct } from '../support/sandbox-client';
import { startSandbox, type RunningSandbox } from '../support/start-sandbox';

/** What a shopper may type, and the plain text that both shops have to mean by it. */
const HOSTILE: readonly (readonly [name: string, typed: string, plain: string])[] = [
  ['emoji of several parts', 'Lovely 👩🏽‍🚀 👨‍👩‍👧 🇩🇪 ❤️ — five stars 🌟', 'Lovely 👩🏽‍🚀 👨‍👩‍👧 🇩🇪 ❤️ — five stars 🌟'],
  ['right-to-left text with an English word', 'מוצר מצוין, ממש cotton טוב! ممتاز جدا', 'מוצר מצוין, ממש cotton טוב! ممتاز جدا'],
  ['entities', 'Tom &amp; Jerry say &quot;5 &lt; 6&quot; &#8211; caf&eacute;', 'Tom & Jerry say "5 < 6" – café'],
  ['what looks like markup', 'I <3 it: 5 < 6, </3 & R&D && more', 'I <3 it: 5 < 6, </3 & R&D && more'],
  ['an image that runs a script', 'Soft<img src=x onerror="alert(1)"> and warm', 'Soft and warm'],
  ['a link that runs a script', 'See <a href="javascript:alert(1)">my page</a> please', 'See my page please'],
  ['quotes and backslashes', `It's "great" \\o/ and I'd say ‘so’ “twice”`, `It's "great" \\o/ and I'd say ‘so’ “twice”`],
  ['letters in parts', 'Cafe\u0301 cre\u0300me', 'Café crème'],
  ['a template and a formula', '=HYPERLINK("https://x.example") {{7*7}} #{7*7} %s %n', '=HYPERLINK("https://x.example") {{7*7}} #{7*7} %s %n'],
  ['a query', `Robert'); DROP TABLE reviews;--`, `Robert'); DROP TABLE reviews;--`],
  ['paragraphs', 'First line\nsecond line\n\nNew paragraph', 'First line\nsecond line\n\nNew paragraph'],
];

let sandbox: RunningSandbox;
let product: SharedProduct;
let person = 0;

beforeAll(async () => {
  sandbox = await startSandbox({ walked: true, switches: { quota: 'off' } });
  product = await sandbox.quietProduct();
});

afterAll(async () => {
  await sandbox.stop();
});

beforeEach(async () => {
  person += 1;
  await sandbox.clearLog();
});

const name = (): string => `Sam ${String(person)}`;
const email = (): string => `sam.${String(person)}@example.com`;

async function onWixBy(author: string) {
  return (await sandbox.wixReviews()).filter((review) => review.author.authorName === author);
}
async function inStoreBy(address: string) {
  return (await sandbox.storeReviews()).filter((review) => review.email === address);
}
async function reviewWrites(side: 'wix' | 'store'): Promise<number> {
  return (await sandbox.calls()).filter((call) => call.side === side && call.kind === 'write' && call.url.includes('/reviews')).length;
}

/** What a page of the store shows for a stored text: references decoded once, as every browser does. */
function shown(stored: string): string {
  const references: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#039;': "'", '&amp;': '&' };
  return stored.replace(/&(?:lt|gt|quot|#039|amp);/g, (reference) => references[reference] ?? reference);
}

describe.each(HOSTILE)('a review with %s', (_, typed, plain) => {
  it('arrives on Wix as the plain text that was meant, and nothing travels back', async () => {
    await sandbox.store.call('write', { productId: product.storeId, name: name(), email: email(), rating: 4, text: typed });
    const [written] = await inStoreBy(email());
    await sandbox.settle();
    expect(await onWixBy(name())).toMatchObject([{ entityId: product.wixId, content: { body: plain, rating: 4 }, moderation: { moderationStatus: 'APPROVED' } }]);
    // What the shopper wrote stays byte for byte as the store keeps it.
    expect(await inStoreBy(email())).toEqual([written]);
    expect([await reviewWrites('wix'), await reviewWrites('store')]).toEqual([1, 0]);
  });

  it('arrives in the store as the plain text that was meant, and nothing travels back', async () => {
    await sandbox.wix.call('write', { productId: product.wixId, name: name(), email: email(), rating: 2, title: '', body: typed });
    await sandbox.settle();
    const [copy, ...more] = await inStoreBy(email());
    expect(more).toEqual([]);
    expect(copy).toMatchObject({ productId: product.storeId, rating: 2, author: name() });
    expect(shown(copy?.content ?? '')).toBe(plain);
    // Nothing a browser would take for markup.
    expect(copy?.content).not.toMatch(/<[a-z/!]/i);
    expect(await onWixBy(name())).toMatchObject([{ content: { body: typed } }]);
    expect([await reviewWrites('wix'), await reviewWrites('store')]).toEqual([0, 1]);
  });
});

describe('a script', () => {
  const script = '<script>fetch("https://evil.example")</script>';

  it('in text and name of the store’s shopper is only words on Wix', async () => {
    await sandbox.store.call('write', { productId: product.storeId, name: `Kim ${String(person)} ${script}`, email: email(), rating: 5, text: `Very warm ${script} coat` });
    await sandbox.settle();
    const [copy, ...more] = await onWixBy(`Kim ${String(person)}`);
    expect(more).toEqual([]);
    expect(copy?.content.body).toMatch(/^Very warm .*coat$/);
    expect(JSON.stringify(copy)).not.toContain('<');
  });

  it('in text, title and name of the visitor on Wix does not reach the store', async () => {
    await sandbox.wix.call('write', { productId: product.wixId, name: `Lou ${String(person)} ${script}`, email: email(), rating: 5, title: `Top ${script}`, body: `Very warm ${script} coat` });
    await sandbox.settle();
    const copies = await inStoreBy(email());
    expect(copies).toMatchObject([{ author: `Lou ${String(person)}`, content: 'Very warm  coat', rating: 5 }]);
    // The merchant's own page is not ours to rewrite.
    expect(await onWixBy(`Lou ${String(person)} ${script}`)).toMatchObject([{ content: { title: `Top ${script}`, body: `Very warm ${script} coat` } }]);
    expect(await reviewWrites('wix')).toBe(0);
  });
});

describe('names', () => {
  it.each([
    ['right-to-left', 'דנה לוי'],
    ['of emoji', '🦊 Fox 🦊'],
    ['with an apostrophe and an ampersand', "O'Neil & Sons"],
    ['written in another script', '山田花子'],
  ])('%s are the same in both shops', async (_, author) => {
    await sandbox.store.call('write', { productId: product.storeId, name: author, email: email(), rating: 5, text: `Good, says number ${String(person)}.` });
    await sandbox.settle();
    expect(await onWixBy(author)).toHaveLength(1);
    person += 1;
    await sandbox.wix.call('write', { productId: product.wixId, name: author, email: email(), rating: 5, title: '', body: `Good, says number ${String(person)}.` });
    await sandbox.settle();
    expect((await inStoreBy(email())).map((review) => shown(review.author))).toEqual([author]);
  });
});

describe('after all of them', () => {
  /** Those reviews as they are now. Each held against all of them would take the test longer than the walk takes. */
  function now<T extends { readonly id: unknown }>(those: readonly T[], all: readonly T[]): readonly (T | undefined)[] {
    const byId = new Map(all.map((review) => [review.id, review]));
    return those.map(({ id }) => byId.get(id));
  }

  it('walking through both shops finds every one where it is, and writes none of them again', async () => {
    const before = { wix: await sandbox.wixReviews(), store: await sandbox.storeReviews() };
    await sandbox.backfill();
    await sandbox.settle();
    const after = { wix: await sandbox.wixReviews(), store: await sandbox.storeReviews() };
    expect(now(before.wix, after.wix)).toEqual(before.wix);
    expect(now(before.store, after.store)).toEqual(before.store);
    const emails = after.store.map((review) => review.email).filter((address) => /^sam\.\d+@/.test(address));
    expect(emails.toSorted()).toEqual([...new Set(emails)].toSorted());
    for (const [, typed, plain] of HOSTILE) expect(after.wix.filter(({ content: { body } }) => body === typed || body === plain)).toHaveLength(2);
    expect(await sandbox.wix.call('violations')).toEqual([]);
  }, 120_000);
});
