import { describe, expect, it } from 'vitest';
import type { StoreRecord } from '../../../sim/world/shop';
import { toStoreReview } from '../../../sim/world/store';
import { INSTANCE } from '../../../sim/world/world';
import { TestSite } from '../../../test/support/test-site';
import type { StoreReviewId } from '../../core/ids';
import { storeLinkId } from '../../core/link-id';
import { tickBackfill } from './backfill';
import { drain } from './drain';
import { matchPage } from './match-page';
import { loneStoreLink } from './new-link';
import { startPreview, tickPreview } from './preview';
import { startBackfill } from './run';
import type { LinkRow } from './tables';
import { walkWix } from './walk-wix';
import { walkFrom } from './walk.fixture';

function match(site: TestSite, records: readonly StoreRecord[], lone: readonly LinkRow[] = []): Promise<'done' | 'later'> {
  const known = new Map(lone.flatMap((row): [StoreReviewId, LinkRow][] => (row.storeReviewId === null ? [] : [[row.storeReviewId, row]])));
  site.calls.length = 0;
  return site.run((session) => matchPage(session, records.map(toStoreReview), known, 1), { calls: 17 });
}

/** A site with this review on Wix, walked over. */
async function onWix(body: string): Promise<TestSite> {
  const site = new TestSite();
  site.writeOnWix(body);
  await site.run((session) => walkWix(session, null, walkFrom(session.clock.nowMs())));
  return site;
}

describe.each(['pending', 'hidden'] as const)('a review that is %s in the store', (status) => {
  it('and says the same on Wix is one pair with it, and stays as visible as it is in each', async () => {
    const site = await onWix('It fits');
    const record = site.writeInStore('It fits', { status });
    expect(await match(site, [record])).toBe('done');
    expect(site.links()).toHaveLength(1);
    expect(site.link()).toMatchObject({ state: 'in-step', outcome: 'matched', code: null, storeReviewId: record.id });
    for (let minute = 0; minute < 5; minute += 1) {
      await site.run(drain);
      site.passMs(60_000);
    }
    expect([site.onWix()[0]?.fields.status, site.inStore()[0]?.fields.status]).toEqual(['published', status]);
    expect(site.writes()).toEqual([]);
  });

  it('and says something else on Wix stays alone, and takes nothing from the one on Wix', async () => {
    const site = await onWix('It fits');
    const before = site.link();
    const record = site.writeInStore('It does not', { status });
    await match(site, [record]);
    expect(site.links().find(({ _id }) => _id === before._id)).toEqual(before);
    expect(site.links().find(({ storeReviewId }) => storeReviewId === record.id)).toMatchObject({ state: 'waiting', code: 'NOT_PUBLISHED', because: null });
  });

  it('stays apart from a row whose review was deleted', async () => {
    const site = await onWix('It fits');
    site.put('links', { ...site.link(), state: 'gone' });
    const gone = site.link();
    const record = site.writeInStore('It fits', { status });
    await match(site, [record]);
    expect(site.links().find(({ _id }) => _id === gone._id)).toEqual(gone);
    expect(site.links().find(({ storeReviewId }) => storeReviewId === record.id)).toMatchObject({ state: 'waiting', code: 'NOT_PUBLISHED' });
    expect(site.writes()).toEqual([]);
  });

  it('makes nobody a contact, not even beside a review of somebody it makes one for', async () => {
    const site = new TestSite();
    site.addPerson(2, { contact: false, email: true });
    site.addPerson(3, { contact: false, email: true });
    const contacts = (): number => site.calls.filter((call) => call === 'wix.createContact').length;
    await match(site, [site.writeInStore('Waits', { person: 2, status }), site.writeInStore('Crosses', { person: 3 })]);
    expect(contacts()).toBe(1);
    expect(site.onWix().map(({ fields }) => fields.body)).toEqual(['Crosses']);
  });

  it('loses the row of its own that it had beside its pair', async () => {
    const site = await onWix('It fits');
    const record = site.writeInStore('It fits', { status });
    await match(site, [record]);
    const doubled = loneStoreLink(INSTANCE, toStoreReview(record), 'NOT_PUBLISHED', null, 0);
    site.put('links', doubled);
    await match(site, [record], [doubled]);
    expect(site.links().map(({ _id }) => _id)).not.toContain(storeLinkId(INSTANCE, record.id));
    expect(site.links()).toHaveLength(1);
  });
});

describe('the author of one review that crosses and one that waits', () => {
  it('becomes one contact, whichever of the two comes first', async () => {
    for (const statuses of [['pending', 'published'], ['published', 'pending']] as const) {
      const site = new TestSite();
      site.addPerson(2, { contact: false, email: true });
      site.world.addProduct(2, 'both');
      await match(site, statuses.map((status, index) => site.writeInStore(status, { person: 2, product: index + 1, status })));
      expect(site.calls.filter((call) => call === 'wix.createContact')).toHaveLength(1);
      expect(site.onWix()).toHaveLength(1);
    }
  });
});

describe('a preview of the same words, pending in the store and published on Wix', () => {
  it('foretells one pair, and the run makes it', async () => {
    const site = new TestSite();
    site.writeInStore('It fits', { status: 'pending' });
    site.writeOnWix('It fits');
    const outcomes = (links: readonly LinkRow[]): unknown => links.map(({ state, code, outcome }) => ({ state, code, outcome }));
    const finished = async (work: () => Promise<unknown>): Promise<void> => {
      for (let tick = 0; tick < 20; tick += 1) {
        await work();
        site.passMs(1_000);
      }
    };
    await site.run(startPreview);
    await finished(() => site.run(tickPreview));
    const foretold = outcomes(site.world.rows.all('previewLinks'));
    expect(foretold).toEqual([{ state: 'in-step', code: null, outcome: 'matched' }]);
    await site.run(startBackfill);
    await finished(() => site.run(async (session) => { await tickBackfill(session); await drain(session); }));
    expect(outcomes(site.links())).toEqual(foretold);
    expect([site.inStore().length, site.onWix().length]).toEqual([1, 1]);
  });
});
