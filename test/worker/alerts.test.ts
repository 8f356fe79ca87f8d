import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OwnerDesk, type DeskItem } from '../support/owner-alerts';
import type { SharedProduct, Words } from '../support/sandbox-client';
import { startSandbox, type RunningSandbox } from '../support/start-sandbox';

const ONCE = { notification: 1, automation: 1, webhook: 1 };
const TWICE = { notification: 2, automation: 2, webhook: 2 };
const NEVER = { notification: 0, automation: 0, webhook: 0 };

let sandbox: RunningSandbox;
let desk: OwnerDesk;
let product: SharedProduct;
let person = 0;

beforeAll(async () => {
  sandbox = await startSandbox({ switches: { quota: 'off' } });
  desk = await OwnerDesk.open(sandbox);
  await sandbox.backfill();
  await sandbox.settle();
  product = await sandbox.quietProduct();
});

afterAll(async () => {
  await sandbox.stop();
});

/** Nobody either shop has met, so that a contact has to be made on the way. */
function somebody(rating: number): Words {
  person += 1;
  return { name: `Robin ${String(person)}`, email: `robin.${String(person)}@example.com`, rating, text: `Came apart after wash number ${String(person)}.` };
}

async function write(side: 'wix' | 'store', words: Words): Promise<void> {
  await (side === 'wix' ? sandbox.writeOnWix(product, words) : sandbox.writeInStore(product, words));
  await sandbox.settle();
}

const find = async ({ text }: Words, view: 'open' | 'done' = 'open'): Promise<DeskItem | undefined> => (await desk.items(view)).find((item) => item.text?.body === text);
const found = async (words: Words, view: 'open' | 'done' = 'open'): Promise<DeskItem> => (await find(words, view)) ?? expect.fail(`Expected an item under "${view}"`);
const wixId = async ({ name }: Words): Promise<string> => (await sandbox.wixReviews()).find(({ author }) => author.authorName === name)?.id ?? expect.fail('Expected it on Wix');

async function editOnWix(words: Words, edit: { readonly rating: number; readonly body: string }): Promise<void> {
  await sandbox.wix.call('edit', await wixId(words), { title: '', ...edit });
  await sandbox.settle();
}

it('comparing and copying a thousand old reviews, many of them bad, raises none', async () => {
  expect((await sandbox.wixReviews()).filter(({ content }) => content.rating < 3).length).toBeGreaterThan(50);
  expect(await desk.items()).toEqual([]);
  expect(await desk.told()).toEqual(NEVER);
});

describe.each(['wix', 'store'] as const)('a review written on the side of %s', (side) => {
  it('with two stars is in the inbox, and every channel was told once', async () => {
    const words = somebody(2);
    await write(side, words);
    const item = await found(words);
    expect(item).toMatchObject({ state: 'open', reason: 'new', rating: 2, side });
    expect(await desk.told(item.id)).toEqual(ONCE);
    await sandbox.settle();
    expect(await desk.told(item.id)).toEqual(ONCE);
  });

  it('is copied and told of on every channel by the one invocation that met it, within the platform’s limit', async () => {
    await sandbox.clearLog();
    await write(side, somebody(1));
    const calls = await sandbox.calls();
    const whoMade = (part: string): readonly (number | null)[] => calls.filter(({ kind, url, side: far }) => (kind === 'write' || far === 'owner') && url.includes(part)).map(({ invocation }) => invocation);
    const [carrier] = whoMade('/reviews/');
    expect(carrier).toBeTypeOf('number');
    for (const channel of ['/notifications/v3/notify', '/automations/v1/events/report', 'hooks.owner.example']) expect(whoMade(channel), channel).toEqual([carrier]);
    expect(Math.max(...(await sandbox.invocations()).map(({ calls: count }) => count))).toBeLessThanOrEqual(20);
    expect(calls.filter(({ status, url }) => status === null && !url.includes('/otel-collector/'))).toEqual([]);
  });

  it('with three stars is left alone', async () => {
    const [words, before] = [somebody(3), await desk.told()];
    await write(side, words);
    await wixId(words);
    expect(await find(words)).toBeUndefined();
    expect(await desk.told()).toEqual(before);
  });
});

describe('an item', () => {
  it('closes when its author changes two stars to four, and nobody is told', async () => {
    const words = somebody(2);
    await write('wix', words);
    const { id } = await found(words);
    await editOnWix(words, { rating: 4, body: words.text });
    expect(await find(words)).toBeUndefined();
    expect(await found(words, 'done')).toMatchObject({ id, state: 'improved', rating: 4 });
    expect(await desk.told(id)).toEqual(ONCE);
  });

  it('closes with an answer, and is raised again when its author goes down to one star', async () => {
    const words = somebody(2);
    await write('wix', words);
    const { id } = await found(words);
    await sandbox.wix.call('reply', await wixId(words), 'We are sorry, a new one is on its way.');
    await sandbox.settle();
    expect(await found(words, 'done')).toMatchObject({ id, state: 'answered' });
    const worse = { ...words, text: 'The new one broke as well.' };
    await editOnWix(words, { rating: 1, body: worse.text });
    expect(await found(worse)).toMatchObject({ id, state: 'open', reason: 'edited', rating: 1 });
    expect(await desk.told(id)).toEqual(TWICE);
  });

  it('is raised again by an edit in the store, too', async () => {
    const words = somebody(2);
    await write('store', words);
    const item = await found(words);
    const { id } = item;
    await desk.decide([item], { kind: 'resolve', reason: 'Sent a refund' });
    const written = (await sandbox.storeReviews()).find(({ author }) => author === words.name);
    await sandbox.store.call('edit', written?.id, { text: 'Still no refund.', rating: 1 });
    await sandbox.settle();
    expect(await found({ ...words, text: 'Still no refund.' })).toMatchObject({ id, state: 'open', rating: 1 });
    expect(await desk.told(id)).toEqual(TWICE);
  });
});

describe('a reply from the inbox', () => {
  it.each(['wix', 'store'] as const)('to a review written on the side of %s is on Wix, closes the item, and says what the store does with it', async (side) => {
    const words = somebody(1);
    await write(side, words);
    const { id } = await found(words);
    const answer = await desk.ask('inbox/reply', { id, message: 'That should not happen.', seen: null });
    await sandbox.settle();
    expect((await sandbox.wixReviews()).find(({ author }) => author.authorName === words.name)?.reply?.message).toBe('That should not happen.');
    expect(await found(words, 'done')).toMatchObject({ id, state: 'answered', text: { reply: 'That should not happen.' } });
    // The API that reviews come through takes no replies in WooCommerce: the owner is told so, not left to find out.
    expect(answer).toMatchObject({ store: 'by-hand' });
    expect(await desk.told(id)).toEqual(ONCE);
  });
});
