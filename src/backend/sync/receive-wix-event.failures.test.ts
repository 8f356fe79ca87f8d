import { describe, expect, it } from 'vitest';
import type { PlannedFault } from '../../../test/support/planned-faults';
import { TestSite } from '../../../test/support/test-site';
import { brandId, type ContactId, type WixProductId, type WixReviewId } from '../../core/ids';
import { fingerprints } from '../../core/fingerprint';
import { LEASE_MS } from './lease';
import { storeBornLink } from './new-link';
import { receiveWixEvent } from './receive-wix-event';
import type { Intent } from './tables';
import type { WixReviewEvent } from './wix-review-event';

const receive = (site: TestSite, event: WixReviewEvent): Promise<void> => site.runEntrance((opener) => receiveWixEvent(event, opener));
const HOURS_MS = 3_600_000;

/** A new review whose event came while `faults` struck. */
async function interrupted(...faults: readonly PlannedFault[]) {
  const site = new TestSite();
  const event = site.event(site.writeOnWix('Fits well'));
  for (const fault of faults) site.fail(fault);
  const thrown: unknown = await receive(site, event).then(() => null, (error: unknown) => error);
  return { site, event, thrown };
}

const THROWS: readonly (readonly [PlannedFault, string, number])[] = [
  [{ call: 'rows.get', how: 'before' }, 'WIX_SERVER_ERROR', 0],
  [{ call: 'rows.get', how: 'throttled' }, 'WIX_RATE_LIMITED', 0],
  [{ call: 'rows.insert', how: 'before' }, 'WIX_SERVER_ERROR', 0],
  [{ call: 'rows.insert', how: 'throttled' }, 'WIX_RATE_LIMITED', 0],
  [{ call: 'rows.insert', how: 'after' }, 'WIX_SERVER_ERROR', 1],
  [{ call: 'rows.insert', how: 'crash-before' }, 'Died', 0],
  ...['rows.insert:crash-after', 'wix.getReview:crash-before', 'store.createReviews:crash-before', 'store.createReviews:crash-after', 'rows.patch:crash-before'].map((step) => {
    const [call = '', how = ''] = step.split(':');
    return [{ call, how: how as PlannedFault['how'] }, 'Died', 1] as const;
  }),
];

describe('an event that cannot be kept safe', () => {
  it.each(THROWS)('is sent again by Wix, and then makes the one copy: %o', async (fault, message, rows) => {
    const { site, event, thrown } = await interrupted(fault);
    expect(String(thrown)).toContain(message);
    expect(site.links()).toHaveLength(rows);
    // Whoever comes next looks for the copy first, and not before the dead owner's lease is over.
    for (const link of site.links()) expect(link).toMatchObject({ state: 'waiting', intent: { kind: 'create', on: 'store', sent: link.wixSeen }, turn: 1, dueAtMs: link.leaseUntilMs });
    await receive(site, event);
    site.passMs(LEASE_MS);
    await receive(site, event);
    expect(site.inStore()).toHaveLength(1);
    expect(site.writes().filter((call) => call !== 'store.createReviews')).toEqual([]);
    expect(site.link()).toMatchObject({ state: 'in-step', intent: null });
  });

  it('is sent again when not even the failure could be written down; the lease brings the row back', async () => {
    const site = new TestSite();
    const event = site.event(site.writeOnWix('Fits well'));
    site.fail({ call: 'store.createReviews', how: 'after' });
    const told = site.world.onCall;
    site.world.onCall = (call) => {
      // Neither that the store failed nor what became of the review.
      if (call === 'store.createReviews') for (const nth of [1, 2]) site.fail({ call: 'rows.patch', how: 'before', nth });
      told(call);
    };
    await expect(receive(site, event)).rejects.toThrow('WIX_SERVER_ERROR');
    expect(site.link()).toMatchObject({ attempts: 0, intent: { on: 'store' }, dueAtMs: site.link().leaseUntilMs });
    site.world.onCall = told;
    site.passMs(LEASE_MS);
    await receive(site, event);
    expect(site.inStore()).toHaveLength(1);
  });

  it.each(['rows.get', 'rows.patch'])('of a deletion is sent again until its row says so: %s', async (call) => {
    const { site, event } = await interrupted();
    site.world.shops.deleteOnWix(event.reviewId, false);
    site.fail({ call, how: 'before', nth: call === 'rows.get' ? 2 : 1 });
    await expect(receive(site, { ...event, kind: 'deleted' })).rejects.toThrow('WIX_SERVER_ERROR');
    expect(site.link()).toMatchObject({ state: 'in-step', gone: null });
    await receive(site, { ...event, kind: 'deleted' });
    expect(site.inStore()).toEqual([]);
  });
});

describe('an event that is on record', () => {
  it.each<PlannedFault>([
    { call: 'wix.getReview', how: 'before' },
    { call: 'wix.getReview', how: 'throttled' },
    { call: 'rows.find', how: 'before' },
    { call: 'wix.contactsById', how: 'throttled' },
    { call: 'store.createReviews', how: 'before' },
    { call: 'store.createReviews', how: 'after' },
    { call: 'store.createReviews', how: 'throttled' },
    { call: 'store.createReviews', how: 'partial' },
    { call: 'rows.patch', how: 'before' },
  ])('need not be sent again: the next event of any review carries it across, %o', async (fault) => {
    const { site, thrown } = await interrupted(fault);
    expect(thrown).toBeNull();
    expect(site.link()).toMatchObject({ state: 'waiting', attempts: 1, leaseUntilMs: 0, intent: { on: 'store' } });
    expect(site.connection().backlogDueAtMs).toBe(site.link().dueAtMs);
    site.passMs(HOURS_MS);
    await receive(site, otherDeletion(site));
    expect(site.inStore()).toMatchObject([{ fields: { body: 'Fits well' } }]);
    expect(site.link()).toMatchObject({ state: 'in-step', attempts: 0 });
    await receive(site, otherDeletion(site));
    expect(site.connection().backlogDueAtMs).toBeNull();
  });

  it('costs no event a call before its time has come', async () => {
    const { site } = await interrupted({ call: 'store.createReviews', how: 'before' });
    const before = site.calls.length;
    await receive(site, otherDeletion(site));
    expect(site.calls.slice(before)).toEqual(['rows.get', 'rows.find']);
  });
});

/** An event that has nothing to do with any row. */
function otherDeletion(site: TestSite): WixReviewEvent {
  return { kind: 'deleted', instanceId: site.connection().instanceId, reviewId: brandId('unknown'), productId: null, contactId: null, review: null, ours: false, erased: false };
}

describe('a copy made on Wix, not recorded, and deleted since', () => {
  /** A store review whose copy's maker died before it wrote down the copy's id; the deletion of `body` follows. */
  function unrecorded(body: string, intent: (sent: Extract<Intent, { kind: 'create' }>) => Intent | null = (create) => create) {
    const site = new TestSite();
    const review = site.writeInStore('Fits well');
    const link = storeBornLink(site.connection().instanceId, review, brandId<WixProductId>('wp1'), brandId<ContactId>('k1'), site.nowMs);
    site.put('links', { ...link, intent: intent({ kind: 'create', on: 'wix', sent: fingerprints(review.fields) }) });
    const copy = site.writeOnWix(body, { title: 'A title that the store cannot hold' });
    site.world.shops.deleteOnWix(copy.id, false);
    return { site, deleted: site.event(copy, { kind: 'deleted' }) };
  }

  it('is known by what it said: the original goes too, and nothing is made again', async () => {
    const { site, deleted } = unrecorded('Fits well');
    await receive(site, deleted);
    expect(site.writes()).toEqual(['store.trashReview']);
    expect(site.link()).toMatchObject({ state: 'gone' });
  });

  it.each([
    ['other words are somebody\'s own review', unrecorded('Never again')],
    ['nothing was begun', unrecorded('Fits well', () => null)],
    ['what was begun is a copy in the store', unrecorded('Fits well', (create) => ({ ...create, on: 'store' }))],
  ])('is not mistaken for another: %s', async (_, { site, deleted }) => {
    const before = site.link();
    await receive(site, deleted);
    expect(site.inStore()).toHaveLength(1);
    expect(site.link()).toEqual(before);
  });

  it('is not mistaken for another: the row knows its own review', async () => {
    const { site, deleted } = unrecorded('Fits well');
    site.put('links', { ...site.link(), wixReviewId: brandId<WixReviewId>('known') });
    await receive(site, deleted);
    expect(site.link()).toMatchObject({ gone: null, marks: 0 });
  });

  it('cannot be known when the event does not say what it held', async () => {
    const { site, deleted } = unrecorded('Fits well');
    await receive(site, { ...deleted, review: null });
    expect(site.link()).toMatchObject({ gone: null, marks: 0 });
  });
});
