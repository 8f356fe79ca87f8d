import { describe, expect, it } from 'vitest';
import { INSTANCE } from '../../../sim/world/world';
import { TestSite } from '../../../test/support/test-site';
import { runRowId } from '../../core/link-id';
import { wixBornLink } from './new-link';
import { cancelRun, claimRun, currentRun, pauseRun, recordProgress, releaseRun, resumeRun, setWalking, startBackfill, startRollback } from './run';
import type { RunRow } from './tables';

const MINUTE_MS = 60_000;

async function started(over: Partial<RunRow> = {}): Promise<TestSite> {
  const site = new TestSite();
  await site.run(startBackfill);
  site.put('runs', { ...theRun(site), ...over });
  site.calls.length = 0;
  return site;
}

function theRun(site: TestSite): RunRow {
  const [run] = site.runs();
  if (run === undefined) throw new Error('Expected a run');
  return run;
}

describe('starting a walk', () => {
  it('counts both sides, and sets the flag that ticks look for before the run itself and once more after it, in 6 calls', async () => {
    const site = new TestSite();
    site.addPerson(2);
    site.writeOnWix('One');
    site.writeOnWix('Two', { person: 2 });
    site.writeInStore('Three', { status: 'pending' });
    const run = await site.run(startBackfill);
    expect(run).toMatchObject({ _id: runRowId(INSTANCE), state: 'running', phase: 'wix', cursor: null, wixTotal: 2, storeTotal: 1, pushTotal: null, wixDone: 0, storeDone: 0, pushDone: 0, workedMs: 0, code: null });
    expect(site.calls).toEqual(['rows.get', 'rows.get', 'wix.countReviews', 'store.listReviews', 'rows.patch', 'rows.saveMany', 'rows.patch']);
    expect(site.runs()).toEqual([run]);
    expect(site.connection().walking).toBe(true);
  });

  it('tells no total when Wix has too many reviews to count', async () => {
    const site = new TestSite();
    const run = await site.run((session) => startBackfill({ ...session, wix: { ...session.wix, countReviews: () => Promise.resolve(null) } }));
    expect(run.wixTotal).toBeNull();
  });

  it('leaves a running one where it is, for two calls', async () => {
    const site = await started({ phase: 'store', cursor: '100', storeDone: 100 });
    const before = theRun(site);
    expect(await site.run(startBackfill)).toEqual(before);
    expect(site.calls).toEqual(['rows.get', 'rows.get', 'rows.patch']);
  });

  it.each(['running', 'paused'] as const)('of one that is %s has ticks look for it again, as after the store was connected anew', async (state) => {
    const site = await started({ state });
    site.put('connections', { ...site.connection(), walking: false });
    await site.run(startBackfill);
    expect(theRun(site).state).toBe('running');
    expect(site.connection().walking).toBe(true);
  });

  it('is found by ticks although one looked for it before it was on record', async () => {
    const site = new TestSite();
    await site.run((session) => {
      const saveMany: typeof session.rows.saveMany = async (table, rows) => {
        await session.rows.saveMany(table, rows);
        site.put('connections', { ...site.connection(), walking: false });
      };
      return startBackfill({ ...session, rows: { ...session.rows, saveMany } });
    });
    expect(site.connection().walking).toBe(true);
  });

  it('resumes a paused one where it was', async () => {
    const site = await started({ state: 'paused', phase: 'store', cursor: '100', storeDone: 100 });
    expect(await site.run(startBackfill)).toMatchObject({ state: 'running', phase: 'store', cursor: '100', storeDone: 100 });
  });

  it.each(['done', 'failed', 'cancelled'] as const)('starts over after one that is %s, with nothing left of it but its turn', async (state) => {
    const site = await started({ state, phase: 'done', cursor: '7', turn: 12, wixDone: 5, pushTotal: 3, pushDone: 3, workedMs: 900, code: 'STORE_TIMEOUT' });
    const run = await site.run(startBackfill);
    expect(run).toMatchObject({ state: 'running', phase: 'wix', cursor: null, turn: 12, wixDone: 0, pushTotal: null, pushDone: 0, workedMs: 0, code: null });
    expect(run.startedAtMs).toBeGreaterThan(0);
  });

  it.each(['wix.countReviews', 'store.listReviews'])('leaves no trace when %s fails', async (call) => {
    const site = new TestSite();
    site.fail({ call, how: 'before' });
    await expect(site.run(startBackfill)).rejects.toThrow('SERVER_ERROR');
    expect(site.runs()).toEqual([]);
    expect(site.connection().walking).toBe(false);
  });
});

describe('pause and resume', () => {
  it('touch nothing of the progress', async () => {
    const site = await started({ phase: 'push', pushTotal: 9, pushDone: 4 });
    const before = theRun(site);
    expect(await site.run(pauseRun)).toMatchObject({ state: 'paused' });
    expect(await site.run(resumeRun)).toEqual({ ...before, updatedAtMs: theRun(site).updatedAtMs });
    expect(site.calls).toEqual(['rows.get', 'rows.get', 'rows.patch', 'rows.get', 'rows.get', 'rows.patch']);
  });

  it.each<[string, typeof pauseRun, RunRow['state']]>([
    ['pausing a paused run', pauseRun, 'paused'], ['pausing a finished run', pauseRun, 'done'],
    ['resuming a running run', resumeRun, 'running'], ['resuming a finished run', resumeRun, 'done'],
  ])('%s changes nothing', async (_, act, state) => {
    const site = await started({ state });
    const before = theRun(site);
    expect(await site.run(act)).toEqual(before);
    expect(theRun(site)).toEqual(before);
  });

  it.each([['pause', pauseRun], ['resume', resumeRun]] as const)('%s without a run says what is missing', async (_, act) => {
    await expect(new TestSite().run(act)).rejects.toMatchObject({ code: 'INPUT_INVALID', details: { field: 'action', got: 'no run' } });
  });
});

describe('taking a run for a tick', () => {
  it('holds it for less time than a link, and counts the turn', async () => {
    const site = await started({ turn: 3 });
    const taken = await site.run((session) => claimRun(session, theRun(site)));
    expect(taken?.turn).toBe(4);
    expect(theRun(site).leaseUntilMs).toBeGreaterThan(site.nowMs);
    expect(theRun(site).leaseUntilMs).toBeLessThanOrEqual(site.nowMs + 15_000);
  });

  it.each(['paused', 'done', 'failed', 'cancelled'] as const)('is not for one that is %s, and costs no call', async (state) => {
    const site = await started({ state });
    expect(await site.run((session) => claimRun(session, theRun(site)))).toBeNull();
    expect(site.calls).toEqual(['rows.get']);
  });

  it('waits for another tick to let go, and for one that died only until its lease is over', async () => {
    const site = await started();
    site.put('runs', { ...theRun(site), leaseUntilMs: site.nowMs + 5_000 });
    expect(await site.run((session) => claimRun(session, theRun(site)))).toBeNull();
    site.passMs(5_000);
    expect(await site.run((session) => claimRun(session, theRun(site)))).not.toBeNull();
  });

  it('goes to one of two that saw it free', async () => {
    const site = await started();
    const seen = theRun(site);
    const taken = await site.run((session) => Promise.all([claimRun(session, seen), claimRun(session, seen), claimRun(session, seen)]));
    expect(taken.filter((one) => one !== null)).toHaveLength(1);
  });

  it('comes to nothing when the run is no longer there', async () => {
    const site = await started();
    const seen = theRun(site);
    site.world.rows.table('runs').clear();
    expect(await site.run((session) => claimRun(session, seen))).toBeNull();
    expect(site.runs()).toEqual([]);
  });
});

describe('writing a tick\'s progress down', () => {
  const far = {
    state: 'running', phase: 'store', cursor: '100', wixDone: 250, storeDone: 100, pushDone: 0, pushTotal: null, checkDone: 0, undone: 0, changed: 0, absent: 0, statement: null,
  } as const;

  it('lets go of the run in one call and keeps the reason it stopped', async () => {
    const site = await started({ leaseUntilMs: 9e15 });
    const recorded = await site.run((session) => recordProgress(session, theRun(site), far, 'STORE_TIMEOUT'));
    expect(recorded).toMatchObject({ ...far, state: 'running', leaseUntilMs: 0, code: 'STORE_TIMEOUT' });
    expect(site.calls).toEqual(['rows.get', 'rows.patch']);
  });

  it('forgets an earlier reason once a tick went well', async () => {
    const site = await started({ code: 'STORE_TIMEOUT' });
    expect((await site.run((session) => recordProgress(session, theRun(site), far))).code).toBeNull();
  });

  it('neither undoes a pause pressed meanwhile nor takes the turn of another tick', async () => {
    const site = await started();
    const taken = theRun(site);
    site.put('runs', { ...taken, state: 'paused', turn: taken.turn + 4 });
    const recorded = await site.run((session) => recordProgress(session, taken, { ...taken, ...far }));
    expect(recorded).toMatchObject({ state: 'paused', turn: taken.turn + 4, storeDone: 100 });
  });

  it('ends the run with the last phase', async () => {
    const site = await started({ state: 'paused' });
    expect(await site.run((session) => recordProgress(session, theRun(site), { ...far, phase: 'done', cursor: null }))).toMatchObject({ state: 'done', phase: 'done' });
  });

  it.each([
    ['counts the time since the tick before', 20_000, 20_000],
    ['takes a longer silence for a closed dashboard', 8 * 60 * MINUTE_MS, MINUTE_MS],
    ['is not thrown back by a clock that was', -90_000, 0],
  ])('%s', async (_, passedMs, countedMs) => {
    const site = await started({ workedMs: 1_000 });
    const run = { ...theRun(site), updatedAtMs: site.nowMs - passedMs };
    const { workedMs } = await site.run((session) => recordProgress({ ...session, clock: { nowMs: () => run.updatedAtMs + passedMs } }, run, far));
    expect(workedMs).toBe(1_000 + countedMs);
  });

  it('does not bring back a run that was removed', async () => {
    const site = await started();
    const seen = theRun(site);
    site.world.rows.table('runs').clear();
    expect(await site.run((session) => recordProgress(session, seen, far))).toEqual(seen);
    expect(site.runs()).toEqual([]);
  });
});

describe('starting a rollback', () => {
  it('knows how many copies there are to take back', async () => {
    const site = await started({ state: 'done' });
    const { startedAtMs } = theRun(site);
    const link = wixBornLink(INSTANCE, site.event(site.writeOnWix('Copied')), 0);
    site.put('links', { ...link, runAtMs: startedAtMs });
    site.passMs(1_000);
    expect(await site.run((session) => startRollback(session, startedAtMs))).toMatchObject({ kind: 'rollback', phase: 'undo', undoes: startedAtMs, wixTotal: 1, storeTotal: 0 });
    expect(site.runs().map(({ kind }) => kind).sort()).toEqual(['backfill', 'rollback']);
  });

  it('of a run without copies says so, and begins nothing', async () => {
    const site = await started({ state: 'done' });
    await expect(site.run((session) => startRollback(session, 5))).rejects.toMatchObject({ code: 'INPUT_INVALID', details: { field: 'startedAtMs' } });
    expect(site.runs()).toHaveLength(1);
    expect(theRun(site)).toMatchObject({ kind: 'backfill', state: 'done' });
  });
});

describe('cancel and release', () => {
  it.each(['running', 'paused', 'held'] as const)('cancelling a run that is %s ends it, and ticks look for none', async (state) => {
    const site = await started({ state });
    expect(await site.run(cancelRun)).toMatchObject({ state: 'cancelled' });
    expect(site.connection().walking).toBe(false);
  });

  it('cancelling a finished run changes nothing of it', async () => {
    const site = await started({ state: 'done' });
    const before = theRun(site);
    expect(await site.run(cancelRun)).toEqual(before);
  });

  it('a late tick of a cancelled run neither brings it back nor goes on', async () => {
    const site = await started();
    const taken = theRun(site);
    await site.run(cancelRun);
    const late = await site.run((session) => recordProgress(session, taken, { ...taken, wixDone: 100 }));
    expect(late).toMatchObject({ state: 'cancelled', wixDone: 100 });
  });

  it('letting a held run go on says that a person looked, and has ticks look for it', async () => {
    const site = await started({ state: 'held', code: 'MASS_CHANGE' });
    site.put('connections', { ...site.connection(), walking: false });
    expect(await site.run(releaseRun)).toMatchObject({ state: 'running', released: true, code: null });
    expect(site.connection().walking).toBe(true);
  });

  it.each(['running', 'paused', 'done', 'cancelled'] as const)('there is nothing to let go of while a run is %s', async (state) => {
    const site = await started({ state });
    expect(await site.run(releaseRun)).toMatchObject({ state, released: false });
  });
});

it('the flag changes nothing else of the connection', async () => {
  const site = new TestSite();
  const before = site.connection();
  await site.run((session) => setWalking(session, true));
  expect(site.connection()).toEqual({ ...before, walking: true });
  expect(site.calls).toEqual(['rows.get', 'rows.patch']);
});

it('a site that never walked has no run', async () => {
  expect(await new TestSite().run(currentRun)).toBeNull();
});
