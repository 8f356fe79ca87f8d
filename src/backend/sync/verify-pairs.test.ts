import { describe, expect, it } from 'vitest';
import { TestSite } from '../../../test/support/test-site';
import { SyncError } from '../../core/sync-error';
import { receiveWixEvent } from './receive-wix-event';
import type { SyncSession } from './session';
import { verifyPairs } from './verify-pairs';

const SWEEP_MS = 777;
const verify = (site: TestSite, cursor: string | null = null) => site.run((session) => verifyPairs(session, cursor, SWEEP_MS));

/** Pairs that agree, one per person. */
async function inStep(count = 1): Promise<TestSite> {
  const site = new TestSite();
  for (let person = 1; person <= count; person += 1) {
    if (person > 1) site.addPerson(person);
    const event = site.event(site.writeOnWix(`Text ${String(person)}`, { person }));
    await site.runEntrance((opener) => receiveWixEvent(event, opener));
  }
  site.calls.length = 0;
  return site;
}

function change(site: TestSite, side: 'wix' | 'store', body = 'Changed unheard'): void {
  const [wix] = site.onWix();
  const [store] = site.inStore();
  if (side === 'wix' && wix !== undefined) site.world.shops.changeOnWix(wix.id, { body }, false);
  if (side === 'store' && store !== undefined) site.world.shops.changeInStore(store.id, { fields: { ...store.fields, body } }, false);
}

describe('reading every pair by its ids', () => {
  it('costs four calls a page and writes nothing when all agree', async () => {
    const site = await inStep(3);
    expect(await verify(site)).toEqual({ kind: 'end', done: 3, absent: 0 });
    expect(site.calls).toEqual(['rows.get', 'rows.find', 'wix.getReviews', 'store.getReviews', 'rows.getMany']);
  });

  it.each(['wix', 'store'] as const)('marks a pair that changed unheard %s side, and does nothing else about it', async (side) => {
    const site = await inStep();
    const before = site.link();
    change(site, side);
    expect(await verify(site)).toEqual({ kind: 'end', done: 1, absent: 0 });
    expect(site.link()).toEqual({ ...before, dueAtMs: site.link().dueAtMs });
    expect(site.link().dueAtMs).toBeLessThanOrEqual(site.nowMs);
    expect(site.writes()).toEqual([]);
  });

  it('leaves a mark that is there: a live event of that moment knows better', async () => {
    const site = await inStep();
    site.put('links', { ...site.link(), dueAtMs: 9e15 });
    change(site, 'wix');
    await verify(site);
    expect(site.link().dueAtMs).toBe(9e15);
    expect(site.calls).not.toContain('rows.patchMany');
  });

  it.each(['wix', 'store'] as const)('only notes that a review is missing %s side: nothing follows before the sweep is complete', async (side) => {
    const site = await inStep(2);
    if (side === 'wix') site.world.shops.wix.delete(site.onWix()[0]?.id ?? expect.fail('Expected a review'));
    else site.world.shops.store.delete(site.inStore()[0]?.id ?? expect.fail('Expected a review'));
    expect(await verify(site)).toEqual({ kind: 'end', done: 2, absent: 1 });
    const [missing, whole] = [...site.links()].sort((a, b) => (b.absentIn ?? 0) - (a.absentIn ?? 0));
    expect(missing).toMatchObject({ absentSide: side, absentIn: SWEEP_MS, gone: null, dueAtMs: null, state: 'in-step' });
    expect(whole).toMatchObject({ absentSide: null, absentIn: null });
    expect(site.writes()).toEqual([]);
  });

  it('takes a review in the bin for a change, since the store itself says where it is', async () => {
    const site = await inStep();
    const [store] = site.inStore();
    if (store !== undefined) site.world.shops.changeInStore(store.id, { trashed: true }, false);
    expect(await verify(site)).toEqual({ kind: 'end', done: 1, absent: 0 });
    expect(site.link().dueAtMs).toBeLessThanOrEqual(site.nowMs);
  });

  it('passes over rows that are no pair in step', async () => {
    const site = await inStep();
    for (const state of ['waiting', 'skipped', 'unmatched', 'blocked', 'gone'] as const) {
      site.put('links', { ...site.link(), state });
      expect(await verify(site)).toEqual({ kind: 'end', done: 0, absent: 0 });
    }
  });

  it('goes through more than a page of 100 without meeting a pair twice', async () => {
    const site = await inStep();
    const pair = site.link();
    for (let i = 0; i < 120; i += 1) site.put('links', { ...pair, _id: `${pair._id}${String(i).padStart(3, '0')}` as typeof pair._id });
    const first = await verify(site);
    expect(first).toMatchObject({ kind: 'next', done: 100 });
    const second = await verify(site, first.kind === 'next' ? first.cursor : null);
    expect(second).toMatchObject({ kind: 'end', done: 21 });
  });

  it.each(['rows', 'wix', 'store'] as const)('writes nothing when %s fails: an error is no absence', async (far) => {
    const site = await inStep();
    site.world.shops.wix.clear();
    const fails = (): Promise<never> => Promise.reject(new SyncError('WIX_SERVER_ERROR'));
    const use = (session: SyncSession): SyncSession => ({
      ...session,
      ...(far === 'rows' ? { rows: { ...session.rows, find: fails } } : {}),
      ...(far === 'wix' ? { wix: { ...session.wix, getReviews: fails } } : {}),
      ...(far === 'store' ? { store: { ...session.store, getReviews: fails } } : {}),
    });
    await expect(site.run((session) => verifyPairs(use(session), null, SWEEP_MS))).rejects.toThrow('SERVER_ERROR');
    expect(site.link()).toMatchObject({ absentIn: null, dueAtMs: null });
  });
});
