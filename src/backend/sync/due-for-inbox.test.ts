import { describe, expect, it } from 'vitest';
import { TestSite } from '../../../test/support/test-site';
import { attentionRank } from '../../core/attention-rank';
import { fingerprints } from '../../core/fingerprint';
import { tickBackfill } from './backfill';
import { deliverDue } from './deliver-alerts';
import { drain } from './drain';
import { dueForInbox, markIfEdited } from './due-for-inbox';
import { startBackfill } from './run';

const FIELDS = { title: '', body: 'It broke', rating: 2, author: 'Dana', status: 'published', reply: null } as const;
const NOW_MS = Date.parse('2026-06-01T00:00:00Z');

describe('a review that a walk meets for the first time', () => {
  const due = (rating: 1 | 2 | 3 | 5 | null, writtenAt: string): Promise<number | null> =>
    new TestSite().run(async (session) => dueForInbox({ ...session, clock: { nowMs: () => NOW_MS } }, { fields: { rating }, writtenAt }));

  it.each([[1], [2]] as const)('is due for a look with %i stars, when it was written since the shop was connected', async (rating) => {
    expect(await due(rating, '2026-05-01T00:00:00Z')).toBe(NOW_MS);
  });

  it.each([[3, '2026-05-01T00:00:00Z'], [5, '2026-05-01T00:00:00Z'], [null, '2026-05-01T00:00:00Z'], [1, '2025-05-01T00:00:00Z']] as const)('is not with %s stars, written %s', async (rating, writtenAt) => {
    expect(await due(rating, writtenAt)).toBeNull();
  });
});

describe('a review that a walk carries across', () => {
  it('is marked when it says something else than at the last look, and may matter', () => {
    expect(markIfEdited(2, fingerprints(FIELDS), { ...FIELDS, rating: 4 }, NOW_MS)).toEqual({ dueAtMs: NOW_MS });
    expect(markIfEdited(5, fingerprints({ ...FIELDS, rating: 5 }), FIELDS, NOW_MS)).toEqual({ dueAtMs: NOW_MS });
  });

  it('is left alone when it is as it was, was never looked at, or never had few stars', () => {
    expect(markIfEdited(2, fingerprints(FIELDS), { ...FIELDS, status: 'hidden' }, NOW_MS)).toEqual({});
    expect(markIfEdited(2, null, FIELDS, NOW_MS)).toEqual({});
    expect(markIfEdited(5, fingerprints({ ...FIELDS, rating: 5 }), { ...FIELDS, rating: 4 }, NOW_MS)).toEqual({});
  });
});

/** A comparison of everything, and whatever is left to do after it. */
async function walk(site: TestSite): Promise<void> {
  await site.run(async (session) => { await startBackfill(session); });
  for (let tick = 0; tick < 12; tick += 1) {
    site.passMs(60_000);
    await site.run(async (session) => {
      await tickBackfill(session);
      await drain(session);
      await deliverDue(session);
    });
  }
}

describe('a walk over everything', () => {
  it('puts an open one that loses another star where its stars belong, and tells nobody a second time', async () => {
    const site = new TestSite();
    site.addPerson(2, { contact: false, email: false });
    const record = site.writeInStore('It broke', { rating: 2, person: 2 });
    await walk(site);
    site.world.shops.changeInStore(record.id, { fields: { ...record.fields, rating: 1 } }, false);
    await walk(site);
    const [item] = site.world.rows.all('attention');
    expect(item).toMatchObject({ state: 'open', rating: 1, crossings: 1, openRank: attentionRank(1, item?.raisedAtMs ?? 0) });
    expect(site.calls.filter((call) => call === 'alerts.notification')).toHaveLength(1);
  });

  it('raises nothing of what was written before the shop was connected', async () => {
    const site = new TestSite();
    site.addPerson(2);
    site.writeOnWix('It broke', { rating: 1, writtenAt: '2025-05-01T00:00:00Z' });
    site.writeInStore('Too small', { rating: 1, person: 2, writtenAt: '2025-05-02T00:00:00Z' });
    await walk(site);
    expect(site.inStore()).toHaveLength(2);
    expect(site.world.rows.all('attention')).toEqual([]);
    expect(site.world.alerts.told.size).toBe(0);
  });

  it('raises a review whose event was lost, once, on whichever side it was written', async () => {
    const site = new TestSite();
    site.addPerson(2);
    site.writeOnWix('It broke', { rating: 1 });
    site.writeInStore('Too small', { rating: 2, person: 2 });
    await walk(site);
    await walk(site);
    expect(site.world.rows.all('attention').map(({ state, rating, crossings }) => [state, rating, crossings]).toSorted()).toEqual([['open', 1, 1], ['open', 2, 1]]);
    expect(site.calls.filter((call) => call === 'alerts.notification')).toHaveLength(2);
  });

  it('raises one that cannot be carried across, and closes it when it was edited up since', async () => {
    const site = new TestSite();
    site.addPerson(2, { contact: false, email: false });
    const record = site.writeInStore('It broke', { rating: 1, person: 2 });
    await walk(site);
    expect(site.world.rows.all('attention')).toMatchObject([{ state: 'open', wixReviewId: null, crossings: 1 }]);
    site.world.shops.changeInStore(record.id, { fields: { ...record.fields, rating: 4 } }, false);
    await walk(site);
    expect(site.world.rows.all('attention')).toMatchObject([{ state: 'improved', rating: 4, crossings: 1 }]);
    expect(site.calls.filter((call) => call === 'alerts.notification')).toHaveLength(1);
  });
});
