import { expect, it } from 'vitest';
import { INSTANCE } from '../../../sim/world/world';
import { TestSite } from '../../../test/support/test-site';
import { runRowId } from '../../core/link-id';
import { newRun } from './new-run';

it.each([['backfill', 'wix'], ['sweep', 'wix'], ['rollback', 'undo']] as const)('a %s begins with phase %s, having done nothing', async (kind, phase) => {
  const site = new TestSite();
  const run = await site.run((session) => Promise.resolve(newRun(session, kind, 7, { turn: 12 })));
  expect(run).toMatchObject({ _id: runRowId(INSTANCE), instanceId: INSTANCE, kind, phase, state: 'running', cursor: null, undoes: 7, released: false, statement: null, code: null, leaseUntilMs: 0 });
  expect(run.startedAtMs).toBe(run.updatedAtMs);
  const { wixDone, storeDone, pushDone, checkDone, undone, changed, absent, workedMs } = run;
  expect([wixDone, storeDone, pushDone, checkDone, undone, changed, absent, workedMs]).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
});

it('its turn goes on from the run before, so that a late tick of that one owns nothing', async () => {
  const site = new TestSite();
  expect((await site.run((session) => Promise.resolve(newRun(session, 'sweep', null, { turn: 41 })))).turn).toBe(41);
});

it('remembers what the run before took of this minute, so that beginning anew gives no fresh share', async () => {
  const recentCalls = [{ atMs: 1, calls: 20 }];
  const site = new TestSite();
  expect((await site.run((session) => Promise.resolve(newRun(session, 'backfill', null, { turn: 1, recentCalls })))).recentCalls).toEqual(recentCalls);
  expect((await site.run((session) => Promise.resolve(newRun(session, 'backfill', null, null)))).recentCalls).toEqual([]);
});
