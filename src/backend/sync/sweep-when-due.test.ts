import { describe, expect, it } from 'vitest';
import { TestSite } from '../../../test/support/test-site';
import type { ConnectionRow } from './tables';
import { SWEEP_EVERY_MS, sweepWhenDue } from './sweep-when-due';

function siteWith(over: (nowMs: number) => Partial<ConnectionRow>): TestSite {
  const site = new TestSite();
  site.put('connections', { ...site.connection(), ...over(site.nowMs) });
  return site;
}
const dayOld = (nowMs: number): Partial<ConnectionRow> => ({ sweptAtMs: nowMs - SWEEP_EVERY_MS });

describe('the daily sweep', () => {
  it('begins once the last walk is a day old, and not again before another day', async () => {
    const site = siteWith(dayOld);
    expect(await site.run(sweepWhenDue)).toBe(true);
    expect(site.runs()).toMatchObject([{ kind: 'sweep', state: 'running', phase: 'wix' }]);
    expect(site.connection()).toMatchObject({ walking: true, sweptAtMs: site.runs()[0]?.startedAtMs });
    expect(await site.run(sweepWhenDue)).toBe(false);
    expect(site.runs()).toHaveLength(1);
  });

  it.each([
    ['the last one is younger', (nowMs: number) => ({ sweptAtMs: nowMs - SWEEP_EVERY_MS + 60_000 })],
    ['one is under way', (nowMs: number) => ({ ...dayOld(nowMs), walking: true })],
    ['the owner has never started a walk', () => ({ sweptAtMs: null })],
  ])('does not begin when %s, for no call', async (_, over) => {
    const site = siteWith(over);
    expect(await site.run(sweepWhenDue)).toBe(false);
    expect(site.calls).toEqual(['rows.get']);
  });

  it('waits for an entrance with the calls to begin it', async () => {
    const site = siteWith(dayOld);
    expect(await site.run(sweepWhenDue, { calls: 6 })).toBe(false);
    expect(site.runs()).toEqual([]);
  });

  it('waits while a shop does not answer, and fails nobody’s request', async () => {
    const site = siteWith(dayOld);
    site.fail({ call: 'store.listReviews', how: 'before' });
    expect(await site.run(sweepWhenDue)).toBe(false);
    expect(await site.run(sweepWhenDue)).toBe(true);
  });

  it('sets a run going again that a crash left where no tick looks for it', async () => {
    const site = siteWith(dayOld);
    await site.run(sweepWhenDue);
    site.put('connections', { ...site.connection(), walking: false, sweptAtMs: site.nowMs - SWEEP_EVERY_MS });
    expect(await site.run(sweepWhenDue)).toBe(false);
    expect(site.connection().walking).toBe(true);
    expect(site.runs()).toMatchObject([{ kind: 'sweep', state: 'running' }]);
  });

  it('leaves a run that is held to its owner', async () => {
    const site = siteWith(dayOld);
    await site.run(sweepWhenDue);
    const [run] = site.runs();
    if (run === undefined) throw new Error('Expected a run');
    site.put('runs', { ...run, state: 'held' });
    site.put('connections', { ...site.connection(), walking: false, sweptAtMs: site.nowMs - 2 * SWEEP_EVERY_MS });
    expect(await site.run(sweepWhenDue)).toBe(false);
    expect(site.runs()).toMatchObject([{ state: 'held' }]);
    expect(site.connection().walking).toBe(false);
  });

  it('does not hide an error that nobody foresaw', async () => {
    const site = siteWith(dayOld);
    const bug = new TypeError('Not a function');
    await expect(site.run((session) => sweepWhenDue({ ...session, wix: { ...session.wix, countReviews: () => Promise.reject(bug) } }))).rejects.toBe(bug);
  });
});
