import { describe, expect, it } from 'vitest';
import type { StoreRecord } from '../../../sim/world/shop';
import { TestSite } from '../../../test/support/test-site';
import { brandId, type ContactId, type Email, type LinkId, type StoreProductId, type StoreReviewId } from '../../core/ids';
import type { ReviewFields } from '../../core/review';
import { CallBudget } from './call-budget';
import { drain } from './drain';
import { INVOCATION_CALLS } from './invocation-calls';
import { receiveHint } from './receive-hint';
import { receiveWixEvent } from './receive-wix-event';
import { isSameShop, lookForReviews, type FoundReviews } from './same-shop';
import { settleProduct } from './settle-product';

const PEOPLE = 10;

/** As many pairs as people, all in step, the app having copied each to the store. */
async function linked(people = PEOPLE): Promise<TestSite> {
  const site = new TestSite();
  for (let person = 2; person <= people; person += 1) site.addPerson(person);
  for (let person = 1; person <= people; person += 1) {
    const review = site.writeOnWix(`Words of ${String(person)}`, { person });
    await site.runEntrance((opener) => receiveWixEvent(site.event(review), opener));
    site.passMs(1_000);
  }
  site.calls.length = 0;
  return site;
}

/** What is found, by calls that begin after the store was opened. */
const look = (site: TestSite): Promise<FoundReviews> => site.run((session) => {
  site.calls.length = 0;
  return lookForReviews(session, session.store);
});

/** What the shop at the other address holds under the numbers that the links name. */
function inThatShop(site: TestSite, change: (record: StoreRecord, index: number) => Partial<StoreRecord> | null): void {
  const { store } = site.world.shops;
  for (const [index, record] of [...store.values()].entries()) {
    const changed = change(record, index);
    if (changed === null) store.delete(record.id);
    else store.set(record.id, { ...record, ...changed });
  }
}

const words = (record: StoreRecord, fields: Partial<ReviewFields>): Partial<StoreRecord> => ({ fields: { ...record.fields, ...fields } });

describe('a shop that moved', () => {
  it('is known by its reviews: every one is there, on its product, by its author and in its words', async () => {
    const site = await linked();
    expect(await look(site)).toEqual({ asked: PEOPLE, same: PEOPLE, strange: 0 });
  });

  it('is known in at most six calls, none of which changes anything', async () => {
    const site = await linked();
    await look(site);
    expect(site.calls).toEqual(['rows.find', 'store.getReviews', 'wix.contactsById', 'rows.getMany']);
    expect(site.writes()).toEqual([]);
  });

  it('is still known when a few reviews were deleted or edited in the meantime', async () => {
    const site = await linked();
    inThatShop(site, (record, index) => (index === 0 ? null : index === 1 ? words(record, { body: 'Said otherwise' }) : {}));
    const found = await look(site);
    expect(found).toEqual({ asked: PEOPLE, same: PEOPLE - 2, strange: 0 });
    expect(isSameShop(found)).toBe(true);
  });

  it('is known by reviews in its bin as well: a deletion is no other shop', async () => {
    const site = await linked();
    inThatShop(site, () => ({ trashed: true }));
    expect(await look(site)).toMatchObject({ same: PEOPLE, strange: 0 });
  });

  it('is known when only whether reviews are shown has changed', async () => {
    const site = await linked();
    inThatShop(site, (record) => words(record, { status: 'hidden' }));
    expect(await look(site)).toMatchObject({ same: PEOPLE, strange: 0 });
  });

  it('is known by an author whose contact has another address by now, as long as the one of before is remembered', async () => {
    const site = new TestSite();
    for (const person of [2, 3]) site.addPerson(person);
    for (const person of [1, 2, 3]) site.writeInStore(`Words of ${String(person)}`, { person, writtenAt: `2026-05-0${String(person)}T00:00:00Z` });
    const { row } = await site.runEntrance((opener) => receiveHint(opener.openSite(site.connection().instanceId, new CallBudget(INVOCATION_CALLS)), brandId<StoreProductId>('sp1')));
    await site.run((session) => settleProduct(session, row));
    for (let minute = 1; minute <= 5; minute += 1) {
      site.passMs(60_000);
      await site.run(drain);
    }
    const { contacts } = site.world.shops;
    for (const id of contacts.keys()) contacts.set(id, 'new@example.com' as Email);
    expect(await look(site)).toEqual({ asked: 3, same: 3, strange: 0 });
  });
});

describe('another shop', () => {
  it('that numbers its reviews alike is told apart by who wrote them', async () => {
    const site = await linked();
    inThatShop(site, (_record, index) => ({ email: `stranger${String(index)}@example.com` as Email }));
    const found = await look(site);
    expect(found).toEqual({ asked: PEOPLE, same: 0, strange: PEOPLE });
    expect(isSameShop(found)).toBe(false);
  });

  it('that somebody wrote in without an address is told apart as well', async () => {
    const site = await linked();
    inThatShop(site, () => ({ email: null }));
    expect(await look(site)).toMatchObject({ same: 0, strange: PEOPLE });
  });

  it('is told apart by the product a review is on, even under the same author and in the same words', async () => {
    const site = await linked();
    inThatShop(site, () => ({ productId: brandId<StoreProductId>('sp9') }));
    expect(await look(site)).toMatchObject({ same: 0, strange: PEOPLE });
  });

  it('is one where the same people said something else', async () => {
    const site = await linked();
    inThatShop(site, (record) => words(record, { body: 'Nothing like it' }));
    const found = await look(site);
    expect(found).toEqual({ asked: PEOPLE, same: 0, strange: 0 });
    expect(isSameShop(found)).toBe(false);
  });

  it('is one where the same people gave other stars', async () => {
    const site = await linked();
    inThatShop(site, (record) => words(record, { rating: 1 }));
    expect(await look(site)).toMatchObject({ same: 0 });
  });

  it('is one without reviews, which nobody’s contacts are read for', async () => {
    const site = await linked();
    inThatShop(site, () => null);
    expect(await look(site)).toEqual({ asked: PEOPLE, same: 0, strange: 0 });
    expect(site.calls).toEqual(['rows.find', 'store.getReviews']);
  });

  it('is a copy that has gone its own way: one number that means somebody else’s review is enough', async () => {
    const site = await linked();
    inThatShop(site, (_record, index) => (index === PEOPLE - 1 ? { email: 'later@example.com' as Email } : {}));
    const found = await look(site);
    expect(found).toEqual({ asked: PEOPLE, same: PEOPLE - 1, strange: 1 });
    expect(isSameShop(found)).toBe(false);
  });
});

describe('which reviews are looked for', () => {
  it('are too few to prove anything below three, so that nothing is asked', async () => {
    const site = await linked(2);
    expect(await look(site)).toEqual({ asked: 2, same: 0, strange: 0 });
    expect(site.calls).toEqual(['rows.find']);
  });

  it('are those in step, since nothing is certain of the others', async () => {
    const site = await linked(4);
    const [first] = site.links();
    if (first !== undefined) site.put('links', { ...first, state: 'blocked', code: 'FIELD_TOO_LONG' });
    expect(await look(site)).toMatchObject({ asked: 3 });
  });

  it('are those that something happened to last: where a copy went its own way is in them', async () => {
    const site = await linked(4);
    const template = site.links()[0] ?? expect.fail('Expected links');
    const old = Array.from({ length: 120 }, (_, at) => ({ ...template, _id: brandId<LinkId>(`old${String(at)}`), storeReviewId: brandId<StoreReviewId>(`90${String(at)}`), contactId: brandId<ContactId>('nobody'), lastAtMs: at }));
    site.put('links', ...old);
    expect(await look(site)).toEqual({ asked: 100, same: 4, strange: 0 });
  });
});

describe('how much has to be there', () => {
  it.each([
    ['all of few', { asked: 3, same: 3, strange: 0 }, true],
    ['most of many', { asked: 100, same: 80, strange: 0 }, true],
    ['less than most', { asked: 100, same: 79, strange: 0 }, false],
    ['all but one stranger’s', { asked: 100, same: 99, strange: 1 }, false],
    ['two alone', { asked: 2, same: 2, strange: 0 }, false],
    ['nothing of nothing', { asked: 0, same: 0, strange: 0 }, false],
  ])('%s', (_what, found, expected) => {
    expect(isSameShop(found)).toBe(expected);
  });
});
