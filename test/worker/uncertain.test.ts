import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { betweenShops } from '../support/between-shops';
import type { PairOfShops } from '../support/pair-of-shops';

/** Every answer of Wix that its documentation leaves open, and what stands after a test. */
const ANSWERS = [
  ['tell who caused an event', { eventIdentity: 'absent' }, { eventIdentity: 'present' }],
  ['send the deleted review along', { deletedEntity: 'absent' }, { deletedEntity: 'present' }],
  ['tell of replies, votes and moderation', { sideChanges: 'no-event' }, { sideChanges: 'updated-event' }],
  ['say why a second review is refused', { duplicateReview: '409-bare' }, { duplicateReview: '409-ALREADY_EXISTS' }],
  ['refuse a second review with 409', { duplicateReview: '400-bare' }, { duplicateReview: '409-ALREADY_EXISTS' }],
  ['spell the code of a contact that exists', { duplicateContactCode: 'DUPLICATE_CONTACT_EXIST' }, { duplicateContactCode: 'DUPLICATE_CONTACT_EXISTS' }],
  ['say that a condition did not hold', { failedCondition: 'silent' }, { failedCondition: 'error409' }],
  ['read what was just written', { staleReadMs: 3_000 }, { staleReadMs: 0 }],
  ['deliver an event once', { eventCopies: 4, eventOrder: 'reversed' }, { eventCopies: 1, eventOrder: 'in-order' }],
  ['publish a new review at once', { moderation: 'on', editModeration: 'waits-again' }, { moderation: 'off', editModeration: 'keeps-status' }],
] as const;

let shops: PairOfShops;
let usual: Readonly<Record<string, unknown>> = {};

betweenShops((both) => { shops = both; }, { walked: false });

afterEach(async () => {
  await shops.turn(usual);
});

/** Everything delivered, and what was left for later done. A review that waits for its owner's approval goes on waiting. */
async function rest(): Promise<void> {
  await shops.sandbox.settle();
  await shops.workUntilQuiet();
  await shops.sandbox.settle();
}

async function bothHold(text: string, rating: number): Promise<void> {
  expect(await shops.onWix(text)).toMatchObject({ content: { rating } });
  expect(await shops.inStore(text)).toMatchObject({ rating });
}

describe('when Wix does not', () => {
  it.each(ANSWERS)('%s, a review written, changed and deleted in either shop is so in the other, once', async (what, turned, back) => {
    usual = back;
    await shops.turn(turned);
    const [fromWix, fromStore] = [shops.somebody(`From Wix: ${what}.`), shops.somebody(`From the store: ${what}.`)];
    await shops.sandbox.clearLog();
    await shops.sandbox.writeOnWix(shops.product, fromWix);
    await shops.sandbox.writeInStore(shops.product, fromStore);
    await rest();
    await approveOnWix([fromWix.text, fromStore.text]);
    await bothHold(fromWix.text, 4);
    await bothHold(fromStore.text, 4);

    const [onWix, inStore] = [await shops.onWix(fromWix.text), await shops.inStore(fromStore.text)];
    await shops.sandbox.wix.call('edit', onWix?.id, { rating: 3, title: '', body: `${fromWix.text} Less so.` });
    await shops.sandbox.store.call('edit', inStore?.id, { rating: 5, text: `${fromStore.text} More so.` });
    await rest();
    const approvals = await approveOnWix([`${fromWix.text} Less so.`]);
    await bothHold(`${fromWix.text} Less so.`, 3);
    await bothHold(`${fromStore.text} More so.`, 5);

    await shops.sandbox.wix.call('remove', onWix?.id);
    await shops.sandbox.store.call('setStatus', inStore?.id, 'trash');
    await rest();
    expect(await shops.inStore(`${fromWix.text} Less so.`)).toMatchObject({ status: 'trash' });
    expect(await shops.onWix(`${fromStore.text} More so.`)).toBeUndefined();
    // A create, an edit and a deletion that went each way, and what a person let through.
    expect((await shops.writes('store')).length).toBeLessThanOrEqual(3 + approvals);
    expect((await shops.writes('wix')).length).toBeLessThanOrEqual(3 + approvals);
  });
});

/** Lets reviews through as their owner does; answers for how many that was needed. */
async function approveOnWix(texts: readonly string[]): Promise<number> {
  let approvals = 0;
  for (const text of texts) {
    const review = await shops.onWix(text);
    if (review === undefined || review.moderation.moderationStatus === 'APPROVED') continue;
    approvals += 1;
    await shops.sandbox.wix.call('moderate', review.id, 'APPROVED');
  }
  if (approvals > 0) await rest();
  return approvals;
}

const Links = z.object({ items: z.array(z.looseObject({ state: z.string(), code: z.string().nullish() })) });

describe('when Wix lets no app change what a visitor wrote', () => {
  it('an edit in the store is tried once, said plainly, and never again by what the store tells later', async () => {
    usual = { organicUpdates: 'allowed' };
    await shops.turn({ organicUpdates: 'refused' });
    const { onWix, inStore } = await shops.pair('Wix keeps its words.');
    await shops.sandbox.store.call('edit', inStore.id, { text: 'Wix keeps its words. The store has others.' });
    await rest();
    for (const text of ['One more review.', 'And another.']) {
      await shops.sandbox.writeInStore(shops.product, shops.somebody(text));
      await rest();
    }
    expect((await shops.writes('wix')).filter((write) => write.includes(onWix.id))).toHaveLength(1);
    expect((await shops.sandbox.wixReviews()).find(({ id }) => id === onWix.id)?.content.body).toBe('Wix keeps its words.');
    const { items } = Links.parse(await shops.get(`sync/links?q=${encodeURIComponent(shops.product.name)}&state=blocked`));
    expect(JSON.stringify(items)).toContain('WIX_ORGANIC_REFUSED');
  });
});
