import { describe, expect, it } from 'vitest';
import { fingerprints } from '../../core/fingerprint';
import { SIDES, type Side } from '../../core/review';
import { TestSite } from '../../../test/support/test-site';
import type { Done } from './done';
import { STAYS } from './happened';
import { LEASE_MS } from './lease';
import { leased, wixBornLink } from './new-link';
import { record } from './record';
import type { LinkRow } from './tables';

/** An owned row with an intent, and a settle of it that ended well. */
function settled(): { site: TestSite; owned: LinkRow; done: Done } {
  const site = new TestSite();
  const event = site.event(site.writeOnWix('Fits well'));
  const wix = event.review ?? expect.fail('Expected the event to carry its review');
  const store = { ...site.writeInStore('Fits well', { rating: 3 }) };
  const base = { wix: fingerprints(wix.fields), store: fingerprints(store.fields) };
  const owned: LinkRow = {
    ...leased(wixBornLink(event.instanceId, { ...event, review: null }, site.nowMs), site.nowMs),
    intent: { kind: 'create', on: 'store', sent: base.wix }, attempts: 3, lastAtMs: 1, code: 'STORE_TIMEOUT',
  };
  site.put('links', owned);
  return { site, owned, done: { wix, store, base, code: null, outcome: 'created-in-store', event: 'Copied to the store', tombstone: false } };
}

async function recorded(change: Partial<Done> = {}, was: Partial<LinkRow> = {}): Promise<LinkRow> {
  const { site, owned, done } = settled();
  const before = { ...owned, ...was };
  site.put('links', before);
  const row = await site.run((session) => record(session, before, { ...done, ...change }));
  expect(site.calls).toEqual(['rows.get', 'rows.patch']);
  expect(site.link()).toEqual(row);
  return row;
}

/** Somebody removes the row after the result was written, before what follows from it is. */
function removeBeforeSecondWrite(site: TestSite): void {
  const tell = site.world.onCall;
  site.world.onCall = (call) => {
    if (site.calls.length === 2) site.world.rows.table('links').clear();
    tell(call);
  };
}

describe('what a settle ended with', () => {
  it('is on the row by one call: both reviews, what each holds, what was agreed, and nothing under way', async () => {
    const { owned, done } = settled();
    const row = await recorded();
    expect(row).toMatchObject({
      state: 'in-step', code: null, outcome: 'created-in-store', base: done.base,
      wixReviewId: done.wix?.id, wixProductId: 'wp1', contactId: 'k1', wixRevision: '1', wixSeen: done.base?.wix,
      storeReviewId: done.store?.id, storeProductId: 'sp1', storeSeen: done.base?.store,
      intent: null, attempts: 0, leaseUntilMs: 0, dueAtMs: null, lastEvent: 'Copied to the store',
    });
    expect(row.lastAtMs).toBeGreaterThan(owned.lastAtMs);
  });

  it('is no news when nothing was written: the list shows what happened last', async () => {
    expect(await recorded({ event: null })).toMatchObject({ lastAtMs: 1, lastEvent: 'Written on Wix' });
  });

  it('keeps what was known of a side that could not be seen', async () => {
    const known = { wixRevision: '7', wixSeen: fingerprints({ title: '', body: 'Was', rating: 1, author: '', status: 'hidden', reply: null }) };
    const { wixReviewId, ...row } = await recorded({ wix: null, base: null }, known);
    expect(wixReviewId).toMatch(/^w/u);
    expect(row).toMatchObject({ ...known, wixProductId: 'wp1', contactId: 'k1' });
    const lone = await recorded({ store: null, base: null }, { storeSeen: known.wixSeen });
    expect(lone).toMatchObject({ storeReviewId: null, storeProductId: null, storeSeen: known.wixSeen });
  });

  it("takes over which side the pair counts as born on, since another review's absence may have changed it", async () => {
    const { site, owned, done } = settled();
    expect(await site.run((session) => record(session, { ...owned, birth: 'store', wixReviewId: null }, { ...done, wix: null, base: null }))).toMatchObject({ birth: 'store', wixReviewId: null });
  });
});

describe('the state', () => {
  it.each([
    ['in step when both sides hold it', {}, { state: 'in-step', code: null }],
    ['waiting when only Wix does', { store: null, base: null }, { state: 'waiting', code: null }],
    ['waiting when only the store does', { wix: null, base: null }, { state: 'waiting', code: null }],
    ["the reason's when it cannot cross", { code: 'FIELD_TOO_LONG' }, { state: 'blocked', code: 'FIELD_TOO_LONG' }],
    ['waiting until it is published', { code: 'NOT_PUBLISHED', store: null, base: null }, { state: 'waiting', code: 'NOT_PUBLISHED' }],
    ['gone, without a reason, when it is deleted', { tombstone: true, code: 'GONE_UNPROVEN', base: null }, { state: 'gone', code: null }],
  ] as const)('is %s', async (_name, change, expected) => {
    expect(await recorded(change)).toMatchObject(expected);
  });

  it('is not in step with a review in the bin', async () => {
    const { done } = settled();
    expect(await recorded({ store: done.store === null ? null : { ...done.store, trashed: true }, base: null })).toMatchObject({ state: 'waiting' });
  });
});

describe('how the pair came to be', () => {
  it.each([
    ['stays as it was said', { outcome: 'created-on-wix' }, 'created-on-wix'],
    ['is a match when two reviews agree that nobody copied', { outcome: null }, 'matched'],
    ['is open while they agree on nothing', { outcome: null, base: null }, null],
  ] as const)('%s', async (_name, change, outcome) => {
    expect((await recorded(change)).outcome).toBe(outcome);
  });
});

describe('the stars in the list', () => {
  it.each([
    ['the fewer of both', {}, 3],
    ["the store's when Wix has none", { wix: null }, 3],
    ['those last known when neither shows any', { wix: null, store: null }, 2],
  ] as const)('are %s', async (_name, change, rating) => {
    expect((await recorded(change, { rating: 2 })).rating).toBe(rating);
  });

  it("are those on Wix when the store's lies in the bin", async () => {
    const { done } = settled();
    expect((await recorded({ store: done.store === null ? null : { ...done.store, trashed: true } })).rating).toBe(4);
  });
});

describe('a link that was marked while it was settled', () => {
  it('keeps the result and is due again at once, free for anybody', async () => {
    const { site, owned, done } = settled();
    site.put('links', { ...owned, marks: owned.marks + 1, dueAtMs: site.nowMs + LEASE_MS });
    const row = await site.run((session) => record(session, owned, done));
    expect(site.calls).toEqual(['rows.get', 'rows.patch', 'rows.patch']);
    expect(row).toMatchObject({ state: 'in-step', intent: null, leaseUntilMs: 0 });
    expect(row.dueAtMs).toBeLessThanOrEqual(site.nowMs);
    expect(site.link()).toEqual(row);
  });

  it('that is removed before it could be made due stays removed', async () => {
    const { site, owned, done } = settled();
    site.put('links', { ...owned, marks: owned.marks + 1 });
    removeBeforeSecondWrite(site);
    expect(await site.run((session) => record(session, owned, done))).toMatchObject({ state: 'in-step' });
    expect(site.links()).toEqual([]);
  });
});

describe('a review that was said to be deleted', () => {
  /** What stands on the row afterwards of the word, and the calls it took. */
  async function said(gone: Side, change: (done: Done) => Partial<Done>, meanwhile: (site: TestSite) => void = () => undefined): Promise<{ gone: Side | null | undefined; calls: readonly string[] }> {
    const { site, owned, done } = settled();
    const told = { ...owned, gone };
    site.put('links', told);
    meanwhile(site);
    const row = await site.run((session) => record(session, told, { ...done, ...change(done) }));
    if (site.links().length > 0) expect(site.link()).toEqual(row);
    return { gone: row.gone, calls: site.calls };
  }
  const TWO = ['rows.get', 'rows.patch', 'rows.patch'];

  it.each(SIDES)('and is there all the same is no longer said to be: %s', async (side) => {
    expect(await said(side, () => ({}))).toEqual({ gone: null, calls: TWO });
  });

  it.each([
    ['wix', (): Partial<Done> => ({ wix: null, base: null })],
    ['store', (): Partial<Done> => ({ store: null, base: null })],
  ] as const)('and was not seen stays so, though the other side has its review: %s', async (side, change) => {
    expect(await said(side, change)).toEqual({ gone: side, calls: TWO.slice(0, 2) });
  });

  it('in the store and lies in its bin stays so', async () => {
    expect(await said('store', ({ store }) => ({ store: store === null ? null : { ...store, trashed: true }, base: null }))).toMatchObject({ gone: 'store' });
  });

  it('once more while we looked keeps that word for the next look', async () => {
    const { gone, calls } = await said('wix', () => ({}), (site) => { site.put('links', { ...site.link(), marks: site.link().marks + 1 }); });
    expect([gone, calls]).toEqual(['wix', TWO]);
  });

  it('and whose row is removed before the word is taken back stays removed', async () => {
    const { gone } = await said('wix', () => ({}), removeBeforeSecondWrite);
    expect(gone).toBe('wix');
  });
});

describe('a reason', () => {
  it('that is new is a line in the history', async () => {
    expect(await recorded({ event: null, code: 'FIELD_TOO_LONG' })).toMatchObject({ lastEvent: STAYS, code: 'FIELD_TOO_LONG' });
  });

  it('that is merely still there is none', async () => {
    expect(await recorded({ event: null, code: 'FIELD_TOO_LONG' }, { code: 'FIELD_TOO_LONG' })).toMatchObject({ lastAtMs: 1, lastEvent: 'Written on Wix' });
  });
});

describe('the run a review was copied in', () => {
  const during = async (change: Partial<Done>, was: Partial<LinkRow> = {}): Promise<LinkRow> => {
    const { site, owned, done } = settled();
    const before = { ...owned, runAtMs: 5, ...was };
    site.put('links', before);
    return site.run((session) => record({ ...session, runAtMs: 77 }, before, { ...done, ...change }));
  };

  it('is on its row, so that a rollback finds it', async () => {
    expect((await during({})).runAtMs).toBe(77);
  });

  it('stays when a later run comes by', async () => {
    expect((await during({}, { outcome: 'created-in-store' })).runAtMs).toBe(5);
  });
});

it('a row that was removed meanwhile is not brought back', async () => {
  const { site, owned, done } = settled();
  site.world.rows.table('links').clear();
  expect(await site.run((session) => record(session, owned, done))).toBe(owned);
  expect([site.calls, site.links()]).toEqual([['rows.get', 'rows.patch'], []]);
});
