import { describe, expect, it } from 'vitest';
import { TestSite } from '../../../test/support/test-site';
import { fingerprints } from '../../core/fingerprint';
import { brandId, type StoreProductId } from '../../core/ids';
import { hintRowId } from '../../core/link-id';
import { drain, drainWhenDue, type DrainReport } from './drain';
import { meetStoreReview } from './meet-store-review';
import { wixBornLink } from './new-link';
import { receiveWixEvent } from './receive-wix-event';
import type { SyncSession } from './session';
import type { ConnectionRow, HintRow, LinkRow } from './tables';

const INSTANCE = new TestSite().connection().instanceId;
const FINDS = ['rows.find', 'rows.find'];
const MINUTE_MS = 60_000;
const AN_HOUR_MS = 60 * MINUTE_MS;
/** What the dashboard leaves of an invocation, the tightest entrance there is. */
const FEWEST_CALLS = 15;
/** More than any test needs, for what is not about calls. */
const PLENTY = 500;

function putHint(site: TestSite, product: number, over: Partial<HintRow> = {}): void {
  const storeProductId = brandId<StoreProductId>(`sp${product}`);
  site.put('hints', {
    _id: hintRowId(INSTANCE, storeProductId), instanceId: INSTANCE, storeProductId,
    cursor: null, attempts: 0, marks: 1, turn: 1, leaseUntilMs: 0, heldUntilMs: 0, dueAtMs: site.nowMs, ...over,
  });
}

/** Pairs in step that are due, one person each, `ages` minutes ago. */
async function putDueLinks(site: TestSite, ages: readonly number[]): Promise<void> {
  for (const [index, age] of ages.entries()) {
    const person = site.world.people.length + 1;
    site.addPerson(person);
    const review = site.writeInStore(`Review ${index}`, { person });
    await site.run((session) => meetStoreReview(session, { ...review }, null));
    const link = site.links().find(({ storeReviewId }) => storeReviewId === review.id);
    if (link === undefined) throw new Error('Expected a link');
    site.put('links', { ...link, dueAtMs: site.nowMs - age * MINUTE_MS });
  }
  site.calls.length = 0;
}

function flag(site: TestSite, backlogDueAtMs: ConnectionRow['backlogDueAtMs']): void {
  site.put('connections', { ...site.connection(), backlogDueAtMs });
}

async function drained(site: TestSite, { calls = PLENTY, reserve = 0 } = {}): Promise<{ report: DrainReport; calls: readonly string[]; left: number }> {
  site.calls.length = 0;
  const [report, left] = await site.run(async (session) => [await session.budget.keeping(reserve, () => drain(session)), session.budget.left] as const, { calls });
  return { report, calls: site.calls.slice(1), left };
}

/** Which rows were claimed or looked at, in order. */
function orderOf(site: TestSite): string[] {
  const order: string[] = [];
  const told = site.world.onCall;
  let before = { hints: site.hints(), links: site.links() };
  site.world.onCall = (call) => {
    told(call);
    const now = { hints: site.hints(), links: site.links() };
    for (const row of now.hints) if (row.turn !== before.hints.find(({ _id }) => _id === row._id)?.turn) order.push(row.storeProductId);
    for (const row of now.links) if (row.turn !== before.links.find(({ _id }) => _id === row._id)?.turn) order.push(row.storeReviewId ?? '');
    before = now;
  };
  return order;
}

describe('draining', () => {
  it('takes hints first, then links, what waited longest first', async () => {
    const site = new TestSite();
    await putDueLinks(site, [10, 30, 20]);
    const [a, b, c] = site.inStore().map(({ id }) => id);
    putHint(site, 2, { dueAtMs: site.nowMs - 1 });
    putHint(site, 3, { dueAtMs: site.nowMs - 2 });
    const order = orderOf(site);
    expect((await drained(site)).report).toEqual({ hints: 2, links: 3, more: false });
    expect(order).toEqual(['sp3', 'sp2', b, c, a]);
    expect([...site.hints(), ...site.links()].map(({ dueAtMs }) => dueAtMs)).toEqual([null, null, null, null, null]);
  });

  it('costs two calls when nothing is due, and leaves alone what is held, in somebody\'s hands or for later', async () => {
    const site = new TestSite();
    await putDueLinks(site, [-60]);
    const later = site.nowMs + AN_HOUR_MS;
    putHint(site, 2, { heldUntilMs: later });
    putHint(site, 3, { dueAtMs: later, leaseUntilMs: later });
    putHint(site, 4, { dueAtMs: null });
    expect(await drained(site)).toMatchObject({ report: { hints: 0, links: 0, more: false }, calls: FINDS });
  });

  it('does not count, wait for or disturb a hint that somebody took meanwhile', async () => {
    const site = new TestSite();
    putHint(site, 1, { leaseUntilMs: site.nowMs + AN_HOUR_MS });
    expect(await drained(site)).toMatchObject({ report: { hints: 0, links: 0, more: false }, calls: FINDS });
  });

  it.each<[string, (link: LinkRow, nowMs: number) => Partial<LinkRow>, boolean]>([
    ['settled', () => ({ dueAtMs: null }), false],
    ['put off', (_link, nowMs) => ({ dueAtMs: nowMs + AN_HOUR_MS }), false],
    ['taken', (_link, nowMs) => ({ leaseUntilMs: nowMs + AN_HOUR_MS }), true],
  ])('does not settle a link that was %s since the list was read', async (_how, change, marked) => {
    const site = new TestSite();
    await putDueLinks(site, [1]);
    const told = site.world.onCall;
    site.world.onCall = (call) => {
      told(call);
      if (call === 'rows.getMany') site.put('links', { ...site.link(), ...change(site.link(), site.nowMs) });
    };
    const { report, calls } = await drained(site);
    expect(report).toEqual({ hints: 0, links: 0, more: false });
    expect(calls).toEqual([...FINDS, 'rows.getMany', ...(marked ? ['rows.patch'] : [])]);
  });

  it('goes on with the next one when one fails', async () => {
    const site = new TestSite();
    await putDueLinks(site, [20, 10]);
    putHint(site, 2);
    site.fail({ call: 'store.listReviewsOf', how: 'before' });
    site.fail({ call: 'store.getReview', how: 'throttled' });
    expect((await drained(site)).report).toEqual({ hints: 1, links: 2, more: false });
    expect(site.hints()).toMatchObject([{ attempts: 1 }]);
    expect(site.links().map(({ state }) => state)).toEqual(['waiting', 'in-step']);
  });

  it('says that more is due when a product had more reviews than there were calls for', async () => {
    const site = new TestSite();
    for (const person of [2, 3, 4]) {
      site.addPerson(person);
      site.writeInStore(`Review ${String(person)}`, { person });
    }
    putHint(site, 1);
    const reports: DrainReport[] = [];
    while (reports.at(-1)?.more !== false && reports.length < 10) reports.push((await drained(site, { calls: 20 })).report);
    expect(site.onWix()).toHaveLength(3);
    expect(reports.length).toBeGreaterThan(1);
    expect(site.hints()).toMatchObject([{ dueAtMs: null }]);
  });

  it('that dies in a link leaves it to whoever comes after the lease, and not before', async () => {
    const site = new TestSite();
    await putDueLinks(site, [1]);
    site.fail({ call: 'store.getReview', how: 'crash-before' });
    await expect(drained(site)).rejects.toThrow('Died');
    site.passMs(29_000);
    expect((await drained(site)).report.links).toBe(0);
    site.passMs(1_000);
    expect((await drained(site)).report.links).toBe(1);
  });
});

describe('the calls a drain may make', () => {
  // Each hint takes four here (claim, list, links, result), each link as many (claim, both sides, result).
  it.each([
    [1 + 4, 0, { hints: 0 }, 0],
    [1 + 5, 0, { hints: 1, more: true }, 5],
    [1 + 8, 0, { hints: 1, more: true }, 5],
    [1 + 9, 0, { hints: 2 }, 9],
    [1 + 9, 4, { hints: 1, more: true }, 5],
    [1 + 9, 5, { hints: 0, more: true }, 0],
  ])('of %d, with %d kept for the caller, are enough for so many hints: %j', async (calls, reserve, report, made) => {
    const site = new TestSite();
    for (const product of [2, 3]) putHint(site, product);
    const result = await drained(site, { calls, reserve });
    expect(result.report).toMatchObject(report);
    expect(result.calls).toHaveLength(made);
    expect(result.left).toBeGreaterThanOrEqual(reserve);
  });

  it.each([[14, 0, 1, 7], [15, 0, 2, 11], [15, 1, 1, 7], [17, 6, 1, 7], [16, 6, 0, 1]])('of %d, with %d kept for the caller, are enough for %d of two links', async (calls, reserve, links, made) => {
    const site = new TestSite();
    await putDueLinks(site, [2, 1]);
    const result = await drained(site, { calls, reserve });
    expect(result.report).toMatchObject({ links });
    expect(result.calls).toHaveLength(made);
    expect(result.left).toBeGreaterThanOrEqual(reserve);
  });

  it('end with the 20 longest waiting; the rest is reported, and the backlog flag stays up for it', async () => {
    const site = new TestSite();
    await putDueLinks(site, Array.from({ length: 21 }, (_item, index) => index));
    flag(site, 1);
    expect((await drained(site)).report).toEqual({ hints: 0, links: 20, more: true });
    expect(site.connection().backlogDueAtMs).toBe(1);
    expect((await drained(site)).report).toEqual({ hints: 0, links: 1, more: false });
    expect(site.connection().backlogDueAtMs).toBeNull();
  });
});

describe('the backlog flag', () => {
  it.each<[string, number | null, number | null, number | null]>([
    ['is taken down when nothing is left', null, null, null],
    ['is put to a hint that is left', 5_000, null, 5_000],
    ['is put to a link that is left', null, 7_000, 7_000],
    ['is put to the earlier of both: the hint', 5_000, 7_000, 5_000],
    ['is put to the earlier of both: the link', 9_000, 7_000, 7_000],
  ])('%s', async (_what, hintInMs, linkInMs, expectedInMs) => {
    const site = new TestSite();
    await putDueLinks(site, [1, 1]);
    const fromMs = site.nowMs + AN_HOUR_MS;
    const last = site.links()[1];
    if (linkInMs !== null && last !== undefined) site.put('links', { ...last, dueAtMs: fromMs + linkInMs });
    if (hintInMs !== null) putHint(site, 3, { dueAtMs: fromMs + AN_HOUR_MS });
    if (hintInMs !== null) putHint(site, 2, { dueAtMs: fromMs + hintInMs });
    flag(site, 1);
    const { calls } = await drained(site);
    expect(site.connection().backlogDueAtMs).toBe(expectedInMs === null ? null : fromMs + expectedInMs);
    expect(calls.slice(-3)).toEqual([...FINDS, 'rows.patch']);
  });

  it('is put to the next try of what has just failed', async () => {
    const site = new TestSite();
    await putDueLinks(site, [1]);
    flag(site, 1);
    site.fail({ call: 'store.getReview', how: 'before' });
    await drained(site);
    expect(site.connection().backlogDueAtMs).toBe(site.link().dueAtMs);
    expect(site.connection().backlogDueAtMs).toBeGreaterThan(site.nowMs);
  });

  it('is not written when it is right already, and not looked at when it is down', async () => {
    const site = new TestSite();
    const later = site.nowMs + AN_HOUR_MS;
    putHint(site, 2, { dueAtMs: later });
    flag(site, later);
    expect((await drained(site)).calls).toEqual([...FINDS, ...FINDS]);
    flag(site, null);
    expect((await drained(site)).calls).toEqual(FINDS);
  });

  it.each([[0], [3]])('stays up when too few calls are left to look, with %d kept for the caller', async (reserve) => {
    const site = new TestSite();
    flag(site, 1);
    putHint(site, 2);
    expect(await drained(site, { calls: 1 + 5 + reserve, reserve })).toMatchObject({ report: { hints: 1 }, left: reserve });
    expect(site.connection().backlogDueAtMs).toBe(1);
  });

  it.each([['down', null, 0], ['for later', AN_HOUR_MS, 0], ['due', 0, 1]])('that is %s lets an entrance on a tight budget know whether to drain', async (_how, inMs, hints) => {
    const site = new TestSite();
    putHint(site, 2);
    flag(site, inMs === null ? null : site.nowMs + inMs);
    await site.run((session) => drainWhenDue(session));
    expect(site.calls.filter((call) => call === 'store.listReviewsOf')).toHaveLength(hints);
    if (hints === 0) expect(site.calls).toEqual(['rows.get']);
  });
});

it('an interrupted create ends within one tick of the dashboard, though the store is asked three times for what was made', async () => {
  const site = new TestSite();
  const event = site.event(site.writeOnWix('Fits well'));
  site.fail({ call: 'store.createReviews', how: 'before' });
  await site.runEntrance((opener) => receiveWixEvent(event, opener));
  expect(site.inStore()).toEqual([]);
  site.passMs(24 * 60 * 60 * 1000);
  const thrice = (session: SyncSession): SyncSession => ({
    ...session,
    store: {
      ...session.store,
      // As WooCommerce: all, spam and bin are three lists.
      findReviews: (...asked) => {
        session.budget.spend(2);
        return session.store.findReviews(...asked);
      },
    },
  });
  await site.run((session) => drain(thrice(session)), { calls: FEWEST_CALLS });
  expect(site.inStore()).toHaveLength(1);
  expect(site.link()).toMatchObject({ state: 'in-step' });
});

it.each([['was refused its copy', null], ['has one under way', 'create']] as const)('an unhappy review by somebody whose other review, on Wix, %s keeps no product waiting for ever', async (_how, begun) => {
  const site = new TestSite();
  const event = site.event(site.writeOnWix('Something else'));
  const pair = wixBornLink(INSTANCE, { ...event, review: null }, site.nowMs);
  const sent = fingerprints((event.review ?? expect.fail('Expected a review')).fields);
  site.put('links', { ...pair, dueAtMs: null, intent: begun === null ? null : { kind: 'create', on: 'store', sent } });
  const review = site.writeInStore('Fell apart', { rating: 1, writtenAt: '2026-05-02T00:00:00Z' });
  putHint(site, 1);
  for (let visit = 1; visit <= 5; visit += 1) {
    await drained(site, { calls: FEWEST_CALLS });
    site.passMs(MINUTE_MS);
  }
  expect(site.hints()).toMatchObject([{ dueAtMs: null }]);
  expect(site.links().find(({ storeReviewId }) => storeReviewId === review.id)).toMatchObject({ state: 'skipped', code: 'CONTACT_HAS_REVIEW' });
});
