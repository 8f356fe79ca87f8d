import { describe, expect, it } from 'vitest';
import { fingerprints, type Base, type Prints } from '../../core/fingerprint';
import { brandId, type LinkId, type StoreReviewId, type WixProductId } from '../../core/ids';
import type { ReviewFields } from '../../core/review';
import { TestSite, type Written } from '../../../test/support/test-site';
import { wixBornLink } from './new-link';
import { observe } from './observe';
import type { Pair } from './pair';
import type { Intent, LinkRow } from './tables';

const FIELDS: ReviewFields = { title: '', body: 'Fits well', rating: 4, author: 'Dana', status: 'published', reply: null };
const prints = (change: Partial<ReviewFields> = {}): Prints => fingerprints({ ...FIELDS, ...change });
const BASE: Base = { wix: prints(), store: prints() };
const LATER: Written = { writtenAt: '2026-05-09T00:00:00Z' };

const COPYING = { kind: 'create', on: 'store', sent: prints() } as const;
const COPYING_TO_WIX = { kind: 'create', on: 'wix', sent: prints() } as const;

/** A Wix review, and its row: in agreement with the store when it has a copy there. */
function site({ copy = true } = {}): { site: TestSite; link: LinkRow } {
  const here = new TestSite();
  const event = here.event(here.writeOnWix('Fits well'));
  const store = copy ? here.writeInStore('Fits well') : null;
  const agreed = { storeReviewId: store?.id ?? null, storeProductId: store?.productId ?? null, base: copy ? BASE : null };
  const link = { ...wixBornLink(event.instanceId, event, here.nowMs), ...agreed };
  here.put('links', link);
  return { site: here, link };
}

async function look(here: TestSite, link: LinkRow, fresh = false): Promise<Pair> {
  return here.run(async (session) => {
    here.calls.length = 0;
    return observe(session, link, fresh);
  });
}

function editOnWix(here: TestSite, change: Partial<ReviewFields>): void {
  for (const { id } of here.onWix()) here.world.shops.changeOnWix(id, change, false);
}
function editInStore(here: TestSite, change: Partial<ReviewFields>): void {
  for (const { id, fields } of here.inStore()) here.world.shops.changeInStore(id, { fields: { ...fields, ...change } }, false);
}

describe('a copy to the store that was begun and never recorded', () => {
  it('is found by what was sent, and both sides agreed on that', async () => {
    const { site: here, link } = site({ copy: false });
    const copy = here.writeInStore('Fits well', LATER);
    const pair = await look(here, { ...link, intent: COPYING });
    expect(pair).toMatchObject({ store: { id: copy.id }, base: BASE, link: { _id: link._id, intent: COPYING } });
  });

  it('was agreed on as shown when it carries the date of its original, and as it is found when it does not: that may be somebody else’s', async () => {
    for (const [written, status] of [[{}, 'published'], [LATER, 'hidden']] as const) {
      const { site: here, link } = site({ copy: false });
      here.writeInStore('Fits well', { ...written, status: 'hidden' });
      const pair = await look(here, { ...link, intent: COPYING });
      expect(pair.base).toEqual({ wix: BASE.wix, store: prints({ status }) });
    }
  });

  it('is not there: then there is nothing to agree on, for 4 calls', async () => {
    const { site: here, link } = site({ copy: false });
    const pair = await look(here, { ...link, intent: COPYING });
    expect(here.calls).toEqual(['wix.getReview', 'rows.find', 'wix.contactsById', 'store.findReviews']);
    expect(pair).toMatchObject({ store: null, storeSeen: { kind: 'never' }, base: null });
  });

  it('cannot be there when its product has no counterpart: the store is not asked', async () => {
    const { site: here, link } = site({ copy: false });
    await look(here, { ...link, intent: COPYING, wixProductId: brandId<WixProductId>('wp9') });
    expect(here.calls).toEqual(['wix.getReview', 'rows.find']);
  });

  it.each<[string, (here: TestSite) => void, Partial<ReviewFields>, Partial<ReviewFields>]>([
    ['edited on Wix', (here) => { editOnWix(here, { body: 'Runs small' }); }, { body: 'Runs small' }, {}],
    ['edited in the store', (here) => { editInStore(here, { body: 'Runs small' }); }, {}, { body: 'Runs small' }],
    ['hidden in the store', (here) => { editInStore(here, { status: 'hidden' }); }, {}, { status: 'hidden' }],
  ])('is known though it was %s since, which still counts as a change', async (_name, change, wix, store) => {
    const { site: here, link } = site({ copy: false });
    here.writeInStore('Fits well');
    change(here);
    const pair = await look(here, { ...link, intent: COPYING });
    expect(pair.base).toEqual(BASE);
    expect([pair.wix?.fields, pair.store?.fields]).toEqual([{ ...FIELDS, ...wix }, { ...FIELDS, ...store }]);
  });

  it('lacks what the store cannot hold, which is no difference to carry back', async () => {
    const { site: here, link } = site({ copy: false });
    here.writeInStore('Fits well');
    const sent = prints({ title: 'Good' });
    expect((await look(here, { ...link, intent: { ...COPYING, sent } })).base).toEqual({ wix: sent, store: prints() });
  });

  it('is found when its original is gone, so that the deletion can cross', async () => {
    const { site: here, link } = site({ copy: false });
    const copy = here.writeInStore('Fits well', LATER);
    here.world.shops.wix.clear();
    const pair = await look(here, { ...link, intent: COPYING, gone: 'wix' });
    expect(pair).toMatchObject({ store: { id: copy.id }, base: BASE, wixSeen: { kind: 'gone', proof: 'event' } });
  });

  it('is not the other review that the same person wrote there', async () => {
    const { site: here, link } = site({ copy: false });
    here.writeInStore('Something else', LATER);
    expect(await look(here, { ...link, intent: COPYING })).toMatchObject({ store: null, base: null });
  });
});

describe('of several that could be the copy', () => {
  /** Which of them is taken for it; the first is the oldest. */
  async function taken(write: (here: TestSite) => readonly { readonly id: StoreReviewId }[], claims: (ids: readonly StoreReviewId[], link: LinkRow) => readonly LinkRow[] = () => []): Promise<number> {
    const { site: here, link } = site({ copy: false });
    const ids = write(here).map(({ id }) => id);
    here.put('links', ...claims(ids, link));
    const { store } = await look(here, { ...link, intent: COPYING });
    return ids.findIndex((id) => id === store?.id);
  }
  const twice = (here: TestSite): readonly { readonly id: StoreReviewId }[] => [here.writeInStore('Fits well', LATER), here.writeInStore('Fits well', { ...LATER, author: 'Robin' })];

  it('the oldest is taken', async () => {
    expect(await taken(twice)).toBe(0);
  });

  it('what was sent comes before what was only written at the same second', async () => {
    expect(await taken((here) => [here.writeInStore('Edited'), here.writeInStore('Fits well', LATER)])).toBe(1);
  });

  it('one that stands comes before one in the bin, which would take the original with it', async () => {
    expect(await taken((here) => {
      const [old, young] = twice(here);
      if (old === undefined || young === undefined) throw new Error('Expected two reviews');
      here.world.shops.changeInStore(old.id, { trashed: true }, false);
      return [old, young];
    })).toBe(1);
  });

  it("another pair's is left to it", async () => {
    expect(await taken(twice, ([first = null], link) => [{ ...link, _id: brandId<LinkId>('another'), storeReviewId: first }])).toBe(1);
  });

  it('none is taken when each is another pair’s', async () => {
    expect(await taken(twice, (ids, link) => ids.map((storeReviewId) => ({ ...link, _id: brandId<LinkId>(storeReviewId), storeReviewId })))).toBe(-1);
  });

  it('a row of its own is no claim: the copy may have been met before this link could be written', async () => {
    expect(await taken(twice, ([first = null], link) => [{ ...link, _id: brandId<LinkId>('lone'), storeReviewId: first, wixReviewId: null }])).toBe(0);
  });
});

describe('a copy to Wix that was begun and never recorded', () => {
  const begun = (link: LinkRow): LinkRow => ({ ...link, birth: 'store', base: null, wixReviewId: null, intent: COPYING_TO_WIX });

  it.each<[string, (here: TestSite) => void]>([
    ['as it was sent', () => undefined],
    ['though edited there since', (here) => { editOnWix(here, { body: 'Runs small' }); }],
    ['though edited in the store since', (here) => { editInStore(here, { body: 'Runs small' }); }],
  ])('is found by its contact and product, %s', async (_name, change) => {
    const { site: here, link } = site();
    change(here);
    expect(await look(here, begun(link))).toMatchObject({ wix: { id: link.wixReviewId }, base: BASE });
  });

  it("is not the contact's own other review: nothing was agreed on", async () => {
    const here = new TestSite();
    const event = here.event(here.writeOnWix('Something else', LATER));
    const store = here.writeInStore('Fits well');
    const link = begun({ ...wixBornLink(event.instanceId, event, here.nowMs), storeReviewId: store.id });
    expect(await look(here, link)).toMatchObject({ wix: { id: event.reviewId }, base: null });
  });

  it('and that somebody deleted before its id was known, was there once: its event says so', async () => {
    const { site: here, link } = site();
    here.world.shops.wix.clear();
    expect(await look(here, { ...begun(link), gone: 'wix' })).toMatchObject({ base: BASE, wixSeen: { kind: 'gone', proof: 'event' } });
    expect(await look(here, begun(link))).toMatchObject({ base: null, wixSeen: { kind: 'never' } });
  });

  it('and that an event told of, was there once, though nobody said yet that it was deleted', async () => {
    const { site: here, link } = site();
    here.world.shops.wix.clear();
    expect(await look(here, { ...begun(link), wixReviewId: link.wixReviewId })).toMatchObject({ base: BASE, wixSeen: { kind: 'gone', proof: 'none' } });
  });
});

describe('a change that was begun and never recorded', () => {
  const EDITED: Base = { wix: prints({ body: 'Runs small', rating: 2 }), store: prints({ body: 'Runs small', rating: 2 }) };
  const toStore: Intent = { kind: 'change', writes: { wix: [], store: ['body'] }, held: BASE.store, base: EDITED, wixRevision: '1' };
  const body = (text: string): Base => ({ wix: prints({ body: text }), store: prints({ body: text }) });

  it.each<[string, Partial<ReviewFields>, Base]>([
    ['took effect when the store holds what was written', { body: 'Runs small' }, body('Runs small')],
    ['did not when the store holds what it held before', {}, BASE],
    ['took effect when the store holds a third text: somebody wrote on top of ours', { body: 'Runs large' }, body('Runs small')],
    ['says nothing about a field that it did not write', { rating: 2 }, BASE],
  ])('%s', async (_name, now, base) => {
    const { site: here, link } = site();
    editInStore(here, now);
    expect((await look(here, { ...link, intent: toStore })).base).toEqual(base);
  });

  it('says nothing about a side that shows no review', async () => {
    const { site: here, link } = site();
    here.world.shops.store.clear();
    expect((await look(here, { ...link, intent: toStore })).base).toEqual(BASE);
  });

  const toWix = (wixRevision: string | null, ...fields: Extract<Intent, { kind: 'change' }>['writes']['wix']): Intent => ({ kind: 'change', writes: { wix: fields, store: [] }, held: BASE.wix, base: EDITED, wixRevision });

  it.each<[string, number, Intent, Base]>([
    ['did not, with the old text at the old revision', 0, toWix('1', 'body'), BASE],
    ['did not, with the old text one revision on: that was somebody elsewhere', 1, toWix('1', 'body'), BASE],
    ['took effect and was taken back, with the old text two revisions on', 2, toWix('1', 'body'), body('Runs small')],
    ['is judged by the text alone when no revision is known', 5, toWix(null, 'body'), BASE],
    ['in the store is not judged by revisions on Wix', 5, toStore, BASE],
  ])('on Wix %s', async (_name, revisions, intent, base) => {
    const { site: here, link } = site();
    for (let times = 0; times < revisions; times += 1) editOnWix(here, {});
    expect((await look(here, { ...link, intent })).base).toEqual(base);
  });

  it('in the store did not, where the value that was to give way still stands', async () => {
    const { site: here, link } = site();
    editInStore(here, { body: 'Runs small' });
    const [copy] = here.inStore();
    const held = { body: fingerprints(copy?.fields ?? expect.fail('Expected a copy')).body };
    expect((await look(here, { ...link, intent: { ...toStore, held } })).base).toEqual(BASE);
    editInStore(here, { body: 'Runs large' });
    expect((await look(here, { ...link, intent: { ...toStore, held } })).base).toEqual(body('Runs small'));
  });

  it('does not touch the base when a create was begun, or nothing', async () => {
    const { site: here, link } = site();
    editInStore(here, { body: 'Runs small' });
    for (const intent of [COPYING, null]) expect((await look(here, { ...link, intent })).base).toEqual(BASE);
  });
});
