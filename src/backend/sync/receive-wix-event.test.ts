import { describe, expect, it } from 'vitest';
import { TestSite } from '../../../test/support/test-site';
import { brandId } from '../../core/ids';
import { SyncError } from '../../core/sync-error';
import { LEASE_MS } from './lease';
import { INVOCATION_CALLS } from './invocation-calls';
import { receiveWixEvent } from './receive-wix-event';
import type { SessionOpener } from './session';
import type { WixReviewEvent } from './wix-review-event';

type WixRecord = ReturnType<TestSite['writeOnWix']>;

const receive = (site: TestSite, event: WixReviewEvent): Promise<void> => site.runEntrance((opener) => receiveWixEvent(event, opener));

/** The calls that `work` makes, in order. */
async function callsOf(site: TestSite, work: () => Promise<unknown>): Promise<readonly string[]> {
  const before = site.calls.length;
  await work();
  return site.calls.slice(before);
}

/** A review that is on both sides, and its row. */
async function copied(): Promise<{ site: TestSite; review: WixRecord }> {
  const site = new TestSite();
  const review = site.writeOnWix('Fits well');
  await receive(site, site.event(review));
  return { site, review };
}

function changed(site: TestSite, review: WixRecord, fields: Partial<WixRecord['fields']>): WixRecord {
  const now = site.world.shops.changeOnWix(review.id, fields, false);
  if (now === null) throw new Error('Expected the review to be on Wix');
  return now;
}

/** As its author deletes it; the event holds what it was, or nothing but its id. */
function deletionOf(site: TestSite, review: WixRecord, { bare = false } = {}): WixReviewEvent {
  site.world.shops.deleteOnWix(review.id, false);
  return site.event(review, { kind: 'deleted', ...(bare ? { productId: null, contactId: null, review: null } : {}) });
}

function permutations<T>(items: readonly T[]): T[][] {
  return items.length < 2 ? [[...items]] : items.flatMap((item, at) => permutations(items.filter((_, other) => other !== at)).map((rest) => [item, ...rest]));
}

/** Another order in which the calls of invocations interleave. */
function shuffle(site: TestSite, seed: number): void {
  for (let i = 0; i < seed; i += 1) site.world.random.next();
}

describe('the events of one review', () => {
  const kinds = ['created', 'moderated', 'published', 'updated'] as const;

  /** What Wix tells while a review is written, approved and edited; all of it arrives after the fact. */
  function lifeOf(site: TestSite): { review: WixRecord; told: readonly WixReviewEvent[] } {
    const review = site.writeOnWix('Fits well', { status: 'pending' });
    const created = site.event(review);
    const approved = site.event(changed(site, review, { status: 'published' }));
    const updated = site.event(changed(site, review, { body: 'Fits very well' }));
    return { review, told: [created, approved, approved, updated] };
  }

  it.each(permutations([0, 1, 2, 3]).map((order) => [order.map((at) => kinds[at] ?? '').join(', '), order] as const))('make one copy, each told twice: %s', async (_, order) => {
    const site = new TestSite();
    const { told } = lifeOf(site);
    for (const at of [...order, ...order]) await receive(site, told[at] ?? site.event(site.writeOnWix('Unreachable')));
    expect(site.inStore()).toMatchObject([{ fields: { body: 'Fits very well', status: 'published' } }]);
    expect(site.writes()).toEqual(['store.createReviews']);
    expect(site.link()).toMatchObject({ state: 'in-step', wixRevision: '3', dueAtMs: null });
  });

  it.each([0, 1, 2, 3, 4])('leave no copy once it is deleted, however late the others come: %d told before', async (before) => {
    for (const order of permutations([0, 1, 2, 3])) {
      const site = new TestSite();
      const { review, told } = lifeOf(site);
      const events = order.flatMap((at) => told[at] ?? []);
      for (const event of events.slice(0, before)) await receive(site, event);
      const deleted = deletionOf(site, review);
      for (const event of [deleted, ...events, deleted]) await receive(site, event);
      expect(site.inStore()).toEqual([]);
      expect(site.writes()).toEqual(before === 0 ? [] : ['store.createReviews', 'store.trashReview']);
      expect(site.link()).toMatchObject({ state: 'gone', leaseUntilMs: 0, dueAtMs: null });
    }
  });

  it.each(Array.from({ length: 24 }, (_, seed) => seed))('make one copy when two of them come at the same moment, however their calls fall: %d', async (seed) => {
    const site = new TestSite();
    shuffle(site, seed);
    const review = site.writeOnWix('Fits well');
    const created = site.event(review);
    const published = site.event(changed(site, review, { title: 'Lovely' }));
    await site.runTogether((opener) => receiveWixEvent(created, opener), (opener) => receiveWixEvent(published, opener));
    expect(site.writes()).toEqual(['store.createReviews']);
    expect(site.inStore()).toHaveLength(1);
    expect(site.link()).toMatchObject({ state: 'in-step', leaseUntilMs: 0 });
  });

  it.each(Array.from({ length: 24 }, (_, seed) => seed))('leave no copy when an edit and the deletion come at the same moment: %d', async (seed) => {
    const { site, review } = await copied();
    shuffle(site, seed);
    const edited = site.event(changed(site, review, { body: 'Shrank' }));
    const deleted = deletionOf(site, review);
    await site.runTogether((opener) => receiveWixEvent(edited, opener), (opener) => receiveWixEvent(deleted, opener));
    await receive(site, deleted);
    site.passMs(LEASE_MS);
    await receive(site, deleted);
    expect(site.inStore()).toEqual([]);
    expect(site.link()).toMatchObject({ state: 'gone' });
  });
});

describe('our own create coming back', () => {
  it('costs no call', async () => {
    const site = new TestSite();
    const review = site.writeOnWix('Fits well');
    await receive(site, site.event(review, { ours: true }));
    expect(site.calls).toEqual([]);
    expect(site.links()).toEqual([]);
  });

  it.each([
    ['a later revision may hold an edit of somebody else', { ours: true }, true],
    ['without the field nothing is proven', { ours: false }, false],
    ['without the review nothing is proven', { ours: true, review: null }, false],
    ['a deletion is no create', { ours: true, kind: 'deleted' }, false],
  ] as const)('is all that is let through unread: %s', async (_, over, edited) => {
    const { site, review } = await copied();
    const record = edited ? changed(site, review, { body: 'Shrank' }) : review;
    expect(await callsOf(site, () => receive(site, site.event(record, over)))).not.toEqual([]);
    expect(site.inStore()).toMatchObject([{ fields: { body: record.fields.body } }]);
  });
});

describe('a site', () => {
  it('without a store keeps no record of the event: the first comparison meets the review', async () => {
    const site = new TestSite();
    site.world.rows.table('connections').clear();
    await receive(site, site.event(site.writeOnWix('Fits well')));
    expect(site.calls).toEqual(['rows.get']);
    expect(site.links()).toEqual([]);
  });

  const refusing = (opener: SessionOpener, error: Error): SessionOpener => ({ ...opener, openSync: () => Promise.reject(error) });

  it('whose sync is paused while the event is on its way is left alone, and Wix does not send again', async () => {
    const site = new TestSite();
    const paused = new SyncError('NOT_CONNECTED', { got: 'a paused connection' });
    await site.runEntrance((opener) => receiveWixEvent(site.event(site.writeOnWix('Fits well')), refusing(opener, paused)));
    expect(site.calls).toEqual(['rows.get']);
  });

  it.each([new SyncError('WIX_RATE_LIMITED'), new SyncError('STORE_AUTH'), new SyncError('UNEXPECTED'), new TypeError('A bug')])('that cannot be opened has the event sent again: %s', async (error) => {
    const site = new TestSite();
    await expect(site.runEntrance((opener) => receiveWixEvent(site.event(site.writeOnWix('Fits well')), refusing(opener, error)))).rejects.toBe(error);
  });

  it('is opened as the event names it, with the calls one invocation has', async () => {
    const site = new TestSite();
    const opened: unknown[] = [];
    const watched = (opener: SessionOpener): SessionOpener => ({
      ...opener,
      openSite: (instanceId, budget) => {
        opened.push([instanceId, budget.limit]);
        return opener.openSite(instanceId, budget);
      },
    });
    await site.runEntrance((opener) => receiveWixEvent(site.event(site.writeOnWix('Fits well'), { instanceId: brandId('another') }), watched(opener)));
    expect(opened).toEqual([['another', INVOCATION_CALLS]]);
  });
});

describe('a deletion', () => {
  it.each([
    { name: 'with its review, by the name of its row', bare: false, look: ['rows.get'] },
    { name: 'without it, by a search', bare: true, look: ['rows.find'] },
  ])('puts the copy in the bin, $name', async ({ bare, look }) => {
    const { site, review } = await copied();
    const deleted = deletionOf(site, review, { bare });
    expect(await callsOf(site, () => receive(site, deleted))).toEqual(['rows.get', ...look, 'rows.patch', 'store.getReview', 'wix.getReview', 'wix.getCatalog', 'wix.getProduct', 'store.trashReview', 'rows.patch']);
    expect(site.inStore()).toEqual([]);
    expect(site.link()).toMatchObject({ state: 'gone', leaseUntilMs: 0, dueAtMs: null });
  });

  it('without its review finds a row that was written a moment ago, when lists lag behind', async () => {
    for (let seed = 0; seed < 8; seed += 1) {
      const { site, review } = await copied();
      shuffle(site, seed);
      site.world.dice.strikes = (fault) => fault === 'stale';
      await receive(site, deletionOf(site, review, { bare: true }));
      expect(site.link()).toMatchObject({ state: 'gone' });
    }
  });

  it('told again, or our own coming back, is looked up and no more', async () => {
    const { site, review } = await copied();
    const deleted = deletionOf(site, review);
    await receive(site, deleted);
    expect(await callsOf(site, () => receive(site, { ...deleted, ours: true }))).toEqual(['rows.get', 'rows.get']);
  });

  it.each([false, true])('of a review we never met leaves nothing behind; bare: %s', async (bare) => {
    const site = new TestSite();
    await receive(site, deletionOf(site, site.writeOnWix('Fits well'), { bare }));
    expect(site.links()).toEqual([]);
  });

  it('that comes before the creation keeps the creation from making a copy', async () => {
    const site = new TestSite();
    const review = site.writeOnWix('Fits well');
    const created = site.event(review);
    await receive(site, deletionOf(site, review));
    await receive(site, created);
    expect(site.writes()).toEqual([]);
    expect(site.link()).toMatchObject({ state: 'gone', dueAtMs: null });
  });

  it('of the first review leaves the copy of the second alone', async () => {
    const { site, review } = await copied();
    const deleted = deletionOf(site, review);
    await receive(site, site.event(site.writeOnWix('Bought it again')));
    await receive(site, deleted);
    expect(site.inStore()).toMatchObject([{ fields: { body: 'Bought it again' } }]);
    expect(site.link()).toMatchObject({ state: 'in-step', gone: null });
  });

  it('while somebody is at the row is on record for when they are done', async () => {
    const { site, review } = await copied();
    const busy = { ...site.link(), leaseUntilMs: site.nowMs + LEASE_MS };
    site.put('links', busy);
    await receive(site, deletionOf(site, review));
    expect(site.writes()).toEqual(['store.createReviews']);
    expect(site.link()).toMatchObject({ gone: 'wix', marks: busy.marks + 1, turn: busy.turn, dueAtMs: busy.leaseUntilMs });
  });

  it('is believed only when told of: a copy whose review merely cannot be found stays', async () => {
    const { site, review } = await copied();
    const edited = site.event(changed(site, review, { body: 'Shrank' }));
    site.world.shops.deleteOnWix(review.id, false);
    await receive(site, edited);
    expect(site.inStore()).toHaveLength(1);
    expect(site.link()).toMatchObject({ state: 'blocked', code: 'GONE_UNPROVEN' });
  });
});
