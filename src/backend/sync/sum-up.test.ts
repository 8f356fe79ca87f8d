import { expect, it } from 'vitest';
import { INSTANCE } from '../../../sim/world/world';
import { TestSite } from '../../../test/support/test-site';
import type { LinkId } from '../../core/ids';
import { wixBornLink } from './new-link';
import { sumUp } from './sum-up';
import type { ConflictRow, LinkState } from './tables';

it('a complete sweep states how many pairs it read and how all reviews stand at that moment, in 5 counts', async () => {
  const site = new TestSite();
  const row = wixBornLink(INSTANCE, site.event(site.writeOnWix('Fits well')), 0);
  const states: readonly LinkState[] = ['in-step', 'in-step', 'in-step', 'waiting', 'blocked', 'blocked', 'skipped', 'unmatched', 'gone'];
  states.forEach((state, at) => { site.put('links', { ...row, _id: `l${String(at)}` as LinkId, state }); });
  const conflict: ConflictRow = { _id: 'c1', instanceId: INSTANCE, linkId: row._id, field: 'body', winner: 'wix', lost: '""', state: 'open', atMs: site.nowMs };
  site.put('conflicts', conflict, { ...conflict, _id: 'c2', state: 'kept' });
  site.calls.length = 0;
  const step = await site.run((session) => sumUp(session, 3));
  expect(step).toEqual({ kind: 'end', done: 0, statement: { checked: 3, equal: 3, waiting: 1, needsPerson: 2, conflicting: 1, atMs: expect.any(Number) as number } });
  expect(site.calls).toEqual(['rows.get', 'rows.count', 'rows.count', 'rows.count', 'rows.count', 'rows.count', 'rows.find']);
});

it('values decided about long ago go with it, as far as calls are left', async () => {
  const site = new TestSite();
  const decided: ConflictRow = { _id: 'c1', instanceId: INSTANCE, linkId: 'l1' as LinkId, field: 'body', winner: 'wix', lost: '"My own words"', state: 'kept', atMs: 0 };
  site.put('conflicts', decided);
  await site.run((session) => sumUp(session, 0), { calls: 8 });
  expect(site.conflicts()).toHaveLength(1);
  await site.run((session) => sumUp(session, 0), { calls: 9 });
  expect(site.conflicts()).toEqual([]);
});

it('a sweep of an empty shop states that, too', async () => {
  const step = await new TestSite().run((session) => sumUp(session, 0));
  expect(step).toMatchObject({ statement: { checked: 0, equal: 0, waiting: 0, needsPerson: 0, conflicting: 0 } });
});

it('a pair that is marked for another look waits, whatever it was when it was last seen', async () => {
  const site = new TestSite();
  const row = { ...wixBornLink(INSTANCE, site.event(site.writeOnWix('Fits well')), 0), state: 'in-step' as const };
  site.put('links', { ...row, _id: 'l1' as LinkId, dueAtMs: null }, { ...row, _id: 'l2' as LinkId, dueAtMs: 5 });
  expect(await site.run((session) => sumUp(session, 2))).toMatchObject({ statement: { equal: 1, waiting: 1 } });
});
