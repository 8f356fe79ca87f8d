import { describe, expect, it } from 'vitest';
import { INSTANCE } from '../../../sim/world/world';
import { TestSite } from '../../../test/support/test-site';
import type { LinkId } from '../../core/ids';
import { followAbsent } from './follow-absent';
import { wixBornLink } from './new-link';
import type { LinkRow } from './tables';

const SWEEP_MS = 777;
const run = { startedAtMs: SWEEP_MS, absent: 1, checkDone: 100, released: false };

function siteWith(...rows: readonly Partial<LinkRow>[]): TestSite {
  const site = new TestSite();
  const row = wixBornLink(INSTANCE, site.event(site.writeOnWix('Fits well')), site.nowMs);
  rows.forEach((over, at) => { site.put('links', { ...row, _id: `${row._id}${String(at)}` as LinkId, state: 'in-step', dueAtMs: null, ...over }); });
  site.calls.length = 0;
  return site;
}
const absent: Partial<LinkRow> = { absentIn: SWEEP_MS, absentSide: 'store' };

describe('after a complete sweep', () => {
  it('pairs that lacked a side are marked as deleted there, for `settle` to look once more', async () => {
    const site = siteWith(absent, { absentIn: SWEEP_MS, absentSide: 'wix' });
    expect(await site.run((session) => followAbsent(session, { ...run, absent: 2 }))).toMatchObject({ kind: 'next', done: 2 });
    expect(site.links().map(({ gone, absentIn, absentSide, marks }) => [gone, absentIn, absentSide, marks])).toEqual([['store', null, null, 1], ['wix', null, null, 1]]);
    for (const { dueAtMs } of site.links()) expect(dueAtMs).toBeLessThanOrEqual(site.nowMs);
    expect(site.writes()).toEqual([]);
  });

  it('it ends once none is left', async () => {
    expect(await siteWith({}).run((session) => followAbsent(session, run))).toEqual({ kind: 'end', done: 0 });
  });

  it('nothing is looked up when nothing was missing', async () => {
    const site = siteWith(absent);
    expect(await site.run((session) => followAbsent(session, { ...run, absent: 0 }))).toEqual({ kind: 'end', done: 0 });
    expect(site.calls).toEqual(['rows.get']);
  });

  it('what an earlier sweep missed and did not complete stays as it is', async () => {
    const site = siteWith({ ...absent, absentIn: SWEEP_MS - 1 });
    await site.run((session) => followAbsent(session, run));
    expect(site.link()).toMatchObject({ gone: null, dueAtMs: null });
  });
});

describe('a shop that seems to have lost much', () => {
  it('is held, with nothing marked', async () => {
    const site = siteWith(absent);
    expect(await site.run((session) => followAbsent(session, { ...run, absent: 31 }))).toEqual({ kind: 'held' });
    expect(site.link().gone).toBeNull();
  });

  it('is followed once a person let it go on', async () => {
    const site = siteWith(absent);
    expect(await site.run((session) => followAbsent(session, { ...run, absent: 31, released: true }))).toMatchObject({ done: 1 });
    expect(site.link().gone).toBe('store');
  });

  it('is told by its share: thirty of a hundred are followed', async () => {
    expect(await siteWith(absent).run((session) => followAbsent(session, { ...run, absent: 30 }))).toMatchObject({ done: 1 });
  });
});
