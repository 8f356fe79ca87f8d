import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { advice } from '../../src/core/advice';
import { SYNC_CODES, type SyncCode } from '../../src/core/sync-code';
import { retryClass } from '../../src/core/retry-class';
import { isReason } from '../../src/dashboard/format/sync/reason-names';
import { PairOfShops } from '../support/pair-of-shops';
import type { SharedProduct, Words } from '../support/sandbox-client';

/** Codes that no row of this suite ends with, and why. A new code has to be provoked here, or to say why it cannot be. */
const NOT_PROVOKED: readonly (readonly [why: string, codes: readonly SyncCode[]])[] = [
  ['told when a store is connected, so never on a review', ['STORE_URL_INVALID', 'STORE_URL_INSECURE', 'STORE_URL_PRIVATE', 'STORE_CERTIFICATE', 'STORE_NOT_RECOGNISED', 'OTHER_STORE', 'STORE_MOVED']],
  ['told where the application password is given', ['REPLIES_PASSWORD', 'REPLIES_IGNORED', 'REPLIES_FORBIDDEN']],
  ['told to who called an endpoint', ['INPUT_INVALID', 'NOT_CONNECTED', 'NOT_ALLOWED', 'TOKEN_INVALID', 'SIGNATURE_INVALID']],
  ['told in the inbox', ['REPLY_CHANGED', 'REVIEW_NOT_ON_WIX', 'ITEM_UNKNOWN', 'ITEM_CHANGED', 'ALERT_UNREACHABLE', 'ALERT_REFUSED']],
  ['on a run, not on a review', ['MASS_CHANGE', 'BUSY']],
  ['a row that meets it goes on at once, or with the next invocation', ['BUDGET_SPENT', 'WIX_REVISION_STALE', 'STORE_REVIEW_GONE']],
  ['thrown on to the platform and never written down', ['UNEXPECTED']],
  ['told when two reviews meet in one look: a walk has met the one on Wix before, and tells both as CONTACT_HAS_REVIEW', ['DIFFERENT_REVIEWS']],
  ['nothing throws it: a second review is told as CONTACT_HAS_REVIEW', ['WIX_REVIEW_DUPLICATE']],
  ['takes as long as a store may take to answer', ['STORE_TIMEOUT']],
  ['after the calls that failed before, the next is told as STORE_DOWN', ['STORE_SERVER_ERROR', 'STORE_UNREACHABLE']],
  ['the demo store has no firewall and one pair of keys, which cannot be taken back', ['STORE_BLOCKED', 'STORE_AUTH', 'STORE_FORBIDDEN']],
  ['the demo store takes and bins whatever passed our own checks', ['STORE_REFUSED', 'CANNOT_DELETE']],
  ['needs a WordPress plug-in that refuses twins across products', ['STORE_REVIEW_DUPLICATE']],
  ['WooCommerce and Wix let every field be changed', ['CANNOT_EDIT']],
  ['a quota that is used up would keep the list from being read, too', ['WIX_RATE_LIMITED']],
  ['the local Wix neither fails nor takes rights away, and refuses nothing that passed our own checks', ['WIX_FORBIDDEN', 'WIX_SERVER_ERROR', 'WIX_REFUSED', 'STORAGE_NOT_READY']],
];

const itemShape = z.object({ id: z.string(), code: z.string().nullable(), sentence: z.string().nullable(), action: z.string().nullable(), actionKind: z.string().nullable() });
const linksShape = z.object({ items: z.array(itemShape) });
const timelineShape = z.object({ item: itemShape, moments: z.array(z.object({ what: z.string(), sentence: z.string().nullable() })) });
const fieldsShape = z.object({ policy: z.object({ direction: z.record(z.string(), z.string()) }).loose() });
const runsShape = z.object({ items: z.array(z.object({ run: z.object({ kind: z.string(), startedAtMs: z.number() }) })) });

let shops: PairOfShops;
const provoked = new Set<SyncCode>();

beforeAll(async () => {
  shops = await PairOfShops.small({ products: 3, before: writeBoth });
}, 120_000);

afterAll(async () => {
  await shops.sandbox.stop();
});

/** What both shops hold on the day they are connected. */
async function writeBoth(both: PairOfShops): Promise<void> {
  const { sandbox, product } = both;
  const onWix = (words: Partial<Words>): Promise<void> => sandbox.writeOnWix(product, { ...both.somebody('On Wix.'), ...words });
  const inStore = (words: Partial<Words>, more: object = {}): Promise<unknown> => sandbox.store.call('write', { productId: product.storeId, ...both.somebody('In the store.'), ...words, ...more });
  await inStore({ text: 'Long. '.repeat(12_000) });
  await inStore({ text: 'No stars.' }, { rating: null });
  await onWix({ text: '' });
  await sandbox.store.call('stock', [{ id: 99, name: 'Only in the store', slug: 'only', sku: 'ONLY', price: '10' }], [{ productId: product.storeId, reviewer: 'Nobody', email: '', review: 'No address.', rating: 4 }]);
  await inStore({ text: 'Of another product.' }, { productId: 99 });
  const twice = both.somebody('Once.');
  await inStore(twice);
  await inStore({ ...twice, text: 'And once more.' });
  const other = both.somebody('This on Wix.');
  await onWix(other);
  await inStore({ ...other, text: 'That in the store.' });
  await inStore({ text: 'With a broken photo.' }, { photos: ['https://demo-store.example/wp-content/uploads/broken.jpg'] });
}

/** The list has rows with this code, and says of each in the dashboard's words what it means and what to do. */
async function told(...codes: readonly SyncCode[]): Promise<void> {
  for (const code of codes) {
    const { items } = linksShape.parse(await shops.get(`sync/links?code=${code}`));
    const [item] = items;
    if (item === undefined) throw new Error(`Expected a row with ${code}: ${JSON.stringify(await shops.get('sync/links?per=100'))}`);
    const { sentence, action } = advice(code);
    for (const each of items) expect(each).toMatchObject({ code, sentence, action: action.label, actionKind: action.kind });
    const { item: alone, moments } = timelineShape.parse(await shops.get(`sync/timeline?id=${item.id}`));
    expect(alone).toEqual(item);
    expect(moments.map((moment) => moment.sentence), `the history of a row with ${code}`).toContain(sentence);
    // What does not pass by itself can be looked for in the list.
    if (['permanent', 'needs-person'].includes(retryClass(code))) expect([code, isReason(code)]).toEqual([code, true]);
    provoked.add(code);
  }
}

async function pairOf(product: SharedProduct, text: string): Promise<{ readonly wixId: string; readonly storeId: number }> {
  await shops.sandbox.writeOnWix(product, shops.somebody(text));
  await shops.sandbox.settle();
  const [onWix, inStore] = [await shops.onWix(text), await shops.inStore(text)];
  return { wixId: onWix?.id ?? expect.fail('Expected it on Wix'), storeId: inStore?.id ?? expect.fail('Expected it in the store') };
}

it('what the two shops hold on the day they are connected is told with its reason', async () => {
  await told('FIELD_TOO_LONG', 'RATING_MISSING', 'BODY_MISSING', 'AUTHOR_NO_EMAIL', 'PRODUCT_UNMATCHED', 'CONTACT_HAS_REVIEW');
});

it('a picture that could not be fetched, and then its review that was taken back', async () => {
  await shops.workUntilQuiet();
  await shops.sandbox.timePasses(2_000);
  await shops.sandbox.timePasses(31_000);
  await shops.workUntilQuiet();
  await told('PICTURE_FAILED');
  const { items } = runsShape.parse(await shops.get('sync/runs'));
  const { run } = items.find((one) => one.run.kind === 'backfill') ?? expect.fail('Expected the run');
  await shops.post('sync/rollback', { startedAtMs: run.startedAtMs });
  await shops.workUntil((status) => status.run?.kind === 'rollback' && status.run.state === 'done');
  await told('ROLLED_BACK');
});

it('what people do afterwards in either shop', async () => {
  const [one, , three] = await shops.sandbox.sharedProducts();
  if (one === undefined || three === undefined) throw new Error('Expected three products');
  await shops.sandbox.writeInStore(one, shops.somebody('Waits.'));
  await shops.sandbox.store.call('setStatus', (await shops.inStore('Waits.'))?.id, 'hold');
  await shops.sandbox.settle();
  const vanishes = await pairOf(one, 'Vanishes.');
  await shops.sandbox.store.call('deleteForever', vanishes.storeId);
  const kept = await pairOf(one, 'Wix keeps its words.');
  await shops.turn({ organicUpdates: 'refused' });
  await shops.sandbox.store.call('edit', kept.storeId, { text: 'Other words.' });
  await shops.sandbox.settle();
  await pairOf(three, 'Of a product that goes.');
  await shops.sandbox.wix.call('deleteProduct', three.wixId);
  await shops.sandbox.settle();
  await told('NOT_PUBLISHED', 'GONE_UNPROVEN', 'WIX_ORGANIC_REFUSED', 'PRODUCT_GONE');
});

it('what the owner chose in Setup', async () => {
  const { policy } = fieldsShape.parse(await shops.get('setup/fields'));
  const alone = await pairOf(shops.product, 'Its other half is kept.');
  await shops.post('setup/fields', { ...policy, onDelete: 'keep', direction: { ...policy.direction, body: 'to-wix' } });
  await shops.sandbox.wix.call('remove', alone.wixId);
  await shops.sandbox.writeOnWix(shops.product, shops.somebody('Not to the store.'));
  await shops.sandbox.settle();
  await shops.post('setup/fields', policy);
  await told('COUNTERPART_GONE', 'DIRECTION_OFF');
});

it('a store that fails in one way after the other', async () => {
  const ways: readonly (readonly [SyncCode, object, number])[] = [
    ['STORE_RATE_LIMITED', { rateLimited: true }, 1], ['STORE_DOWN', { down: true }, 3],
  ];
  for (const [code, faults, times] of ways) {
    await shops.sandbox.store.call('fail', { rateLimited: false, down: false });
    await shops.post('sync/probe', {});
    await shops.sandbox.store.call('fail', faults);
    for (let time = 0; time < times; time += 1) {
      await shops.sandbox.writeOnWix(shops.product, shops.somebody(`While it fails: ${code}, ${String(time)}.`));
      await shops.sandbox.settle();
    }
    await told(code);
  }
});

it('is every code there is, but for those that say why not', () => {
  const unprovoked = NOT_PROVOKED.flatMap(([, codes]) => codes);
  expect([...provoked, ...unprovoked].sort()).toEqual([...SYNC_CODES].sort());
});
