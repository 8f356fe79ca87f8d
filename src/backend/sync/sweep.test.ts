import { describe, expect, it } from 'vitest';
import { TestSite } from '../../../test/support/test-site';
import { DEFAULT_POLICY } from '../../core/default-policy';
import { tickBackfill } from './backfill';
import { drain } from './drain';
import { cancelRun, releaseRun, startBackfill, startRollback, startSweep } from './run';
import { SWEEP_EVERY_MS, sweepWhenDue } from './sweep-when-due';
import type { RunRow } from './tables';

const theRun = (site: TestSite): RunRow => [...site.runs()].sort((a, b) => b.startedAtMs - a.startedAtMs)[0] ?? expect.fail('Expected a run');

/** Ticks and drains until the run rests. */
async function finish(site: TestSite): Promise<RunRow> {
  for (let tick = 0; tick < 80; tick += 1) {
    await site.run(async (session) => {
      await tickBackfill(session);
      if (session.budget.has(2)) await drain(session);
    });
    site.passMs(1_000);
    if (theRun(site).state !== 'running' && site.links().every(({ dueAtMs }) => dueAtMs === null)) return theRun(site);
  }
  throw new Error('Expected the run to end within 80 ticks');
}

/** Pairs in step, one per person. */
async function inStep(count: number): Promise<TestSite> {
  const site = new TestSite();
  for (let person = 1; person <= count; person += 1) {
    if (person > 1) site.addPerson(person);
    site.writeOnWix(`Text ${String(person)}`, { person });
    site.writeInStore(`Text ${String(person)}`, { person });
  }
  await site.run(startBackfill);
  await finish(site);
  site.calls.length = 0;
  return site;
}

async function sweep(site: TestSite): Promise<RunRow> {
  site.passMs(60_000);
  await site.run(startSweep);
  return finish(site);
}

/** Deleted for good, and nobody told us. */
function lose(site: TestSite, side: 'wix' | 'store', count = 1): void {
  for (const { id } of site.onWix().slice(0, side === 'wix' ? count : 0)) site.world.shops.wix.delete(id);
  for (const { id } of site.inStore().slice(0, side === 'store' ? count : 0)) site.world.shops.store.delete(id);
}

describe('a sweep of shops that agree', () => {
  it('writes nothing and states, with its date, how many pairs it read', async () => {
    const site = await inStep(8);
    const run = await sweep(site);
    expect(run).toMatchObject({ kind: 'sweep', state: 'done', changed: 0, absent: 0, statement: { checked: 8, equal: 8, waiting: 0, needsPerson: 0, conflicting: 0 } });
    expect(run.statement?.atMs).toBeGreaterThan(run.startedAtMs);
    expect(site.writes()).toEqual([]);
  });
});

describe('a deletion nobody told of', () => {
  it.each(['wix', 'store'] as const)('%s side is found and carried to the other', async (side) => {
    const site = await inStep(8);
    lose(site, side);
    expect(await sweep(site)).toMatchObject({ state: 'done', absent: 1 });
    expect([site.onWix().length, site.inStore().length]).toEqual([7, 7]);
    expect(site.links().filter(({ state }) => state === 'gone')).toHaveLength(1);
  });

  it('is not followed when the review is there again on the second look', async () => {
    const site = await inStep(8);
    const [away] = site.onWix();
    if (away === undefined) throw new Error('Expected a review');
    site.world.shops.wix.delete(away.id);
    site.passMs(60_000);
    await site.run(startSweep);
    for (let tick = 0; tick < 80 && theRun(site).phase !== 'absent'; tick += 1) {
      await site.run((session) => tickBackfill(session), { calls: 9 });
      site.passMs(1_000);
    }
    site.world.shops.wix.set(away.id, away);
    await finish(site);
    expect(site.inStore()).toHaveLength(8);
    expect(site.writes()).toEqual([]);
    expect(site.links().every(({ gone }) => gone === null)).toBe(true);
  });

  it('is not followed by a sweep that was cancelled before it had read everything', async () => {
    const site = await inStep(8);
    lose(site, 'wix');
    site.passMs(60_000);
    await site.run(startSweep);
    await site.run((session) => tickBackfill(session), { calls: 9 });
    await site.run(cancelRun);
    await site.run((session) => drain(session));
    expect(site.inStore()).toHaveLength(8);
  });

  it('is not followed by a plain backfill', async () => {
    const site = await inStep(8);
    lose(site, 'store');
    await site.run(startBackfill);
    await finish(site);
    expect(site.onWix()).toHaveLength(8);
  });
});

describe('a shop that was restored from an old backup', () => {
  it.each(['wix', 'store'] as const)('%s side seems to have lost most of its reviews: the sweep stops before one is deleted', async (side) => {
    const site = await inStep(10);
    lose(site, side, 7);
    const run = await sweep(site);
    expect(run).toMatchObject({ state: 'held', phase: 'absent', code: 'MASS_CHANGE', absent: 7 });
    expect(site.writes()).toEqual([]);
    expect(site.connection().walking).toBe(false);
    site.passMs(2 * SWEEP_EVERY_MS);
    expect(await site.run(sweepWhenDue)).toBe(false);
  });

  it('goes on when its owner says that this is what they did', async () => {
    const site = await inStep(10);
    lose(site, 'store', 7);
    await sweep(site);
    await site.run(releaseRun);
    expect(await finish(site)).toMatchObject({ state: 'done', code: null });
    expect(site.onWix()).toHaveLength(3);
  });

  it('is left alone when its owner cancels, and the same sweep asks again the next day', async () => {
    const site = await inStep(10);
    lose(site, 'store', 7);
    await sweep(site);
    await site.run(cancelRun);
    await site.run((session) => drain(session));
    expect(site.onWix()).toHaveLength(10);
    expect(await sweep(site)).toMatchObject({ state: 'held' });
  });

  it('seems to have been edited wholesale: held before one is rewritten, and rewritten once let go', async () => {
    const site = await inStep(10);
    for (const { id, fields } of site.inStore()) site.world.shops.changeInStore(id, { fields: { ...fields, body: `${fields.body}, broken` } }, false);
    expect(await sweep(site)).toMatchObject({ state: 'held', phase: 'store', code: 'MASS_CHANGE' });
    expect(site.writes()).toEqual([]);
    await site.run(releaseRun);
    await finish(site);
    expect(site.onWix().every(({ fields }) => fields.body.endsWith('broken'))).toBe(true);
  });
});

describe('a run that is held', () => {
  it.each([['sweep', startSweep], ['rollback', (session: Parameters<typeof startSweep>[0]) => startRollback(session, 1)]] as const)('keeps its place: no %s begins over it', async (_, start) => {
    const site = await inStep(10);
    lose(site, 'store', 7);
    await sweep(site);
    await expect(site.run(start)).rejects.toMatchObject({ code: 'BUSY', details: { field: 'run', got: 'a sweep that is held' } });
    expect(theRun(site)).toMatchObject({ state: 'held' });
  });

  it('is not carried on by ticks', async () => {
    const site = await inStep(10);
    lose(site, 'store', 7);
    const held = await sweep(site);
    site.put('connections', { ...site.connection(), walking: true });
    expect(await site.run(tickBackfill)).toBeNull();
    expect(theRun(site)).toEqual(held);
  });
});

describe('a direction that its owner had closed', () => {
  it.each(['wix', 'store'] as const)('lets the reviews born %s side across with the next run its owner starts', async (side) => {
    const site = new TestSite();
    const closed = { ...DEFAULT_POLICY, direction: { ...DEFAULT_POLICY.direction, body: side === 'wix' ? ('to-wix' as const) : ('to-store' as const) } };
    site.put('connections', { ...site.connection(), policy: closed });
    if (side === 'wix') site.writeOnWix('Fits well');
    else site.writeInStore('Fits well');
    await site.run(startBackfill);
    await finish(site);
    expect(site.link()).toMatchObject({ state: 'skipped', code: 'DIRECTION_OFF' });
    site.put('connections', { ...site.connection(), policy: DEFAULT_POLICY });
    await sweep(site);
    expect(site.link()).toMatchObject({ code: 'DIRECTION_OFF' });
    site.passMs(60_000);
    await site.run(startBackfill);
    await finish(site);
    expect(site.link()).toMatchObject({ state: 'in-step', code: null });
  });
});

describe('runs that ended', () => {
  it('are kept under their time, and the present one has the fixed name', async () => {
    const site = await inStep(2);
    await sweep(site);
    await sweep(site);
    expect(site.runs().map(({ kind, state }) => `${kind} ${state}`).sort()).toEqual(['backfill done', 'sweep done', 'sweep done']);
    expect(new Set(site.runs().map(({ startedAtMs }) => startedAtMs)).size).toBe(3);
  });
});
