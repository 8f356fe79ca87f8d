import { describe, expect, it } from 'vitest';
import { TestSite } from '../../../test/support/test-site';
import { LEASE_MS } from './lease';
import { pushToStore } from './push-to-store';
import { walkWix } from './walk-wix';
import { walkFrom } from './walk.fixture';

const RESERVE = 1;
const push = (site: TestSite, calls = 17) => site.run((session) => pushToStore(session, RESERVE), { calls });

/** A push that died as the store was creating: rows begun, nothing recorded, leases over by now. */
async function interrupted(how: 'crash-before' | 'crash-after', people = 1): Promise<TestSite> {
  const site = new TestSite();
  for (let person = 1; person <= people; person += 1) {
    if (person > 1) site.addPerson(person);
    site.writeOnWix(`Review ${person}`, { person });
  }
  await site.run((session) => walkWix(session, null, walkFrom(session.clock.nowMs())));
  site.fail({ call: 'store.createReviews', how });
  await expect(push(site)).rejects.toThrow('Died');
  site.passMs(LEASE_MS);
  site.calls.length = 0;
  return site;
}

describe('a push that died before its result was written down', () => {
  it('is not begun again while its lease holds', async () => {
    const site = await interrupted('crash-after');
    site.passMs(-LEASE_MS);
    expect(await push(site)).toEqual({ kind: 'stay', done: 0 });
    expect(site.writes()).toEqual([]);
  });

  it('adopts what it made, and creates nothing', async () => {
    const site = await interrupted('crash-after');
    expect(await push(site)).toEqual({ kind: 'next', cursor: 'more', done: 0 });
    expect(site.writes()).toEqual([]);
    expect(site.link()).toMatchObject({ state: 'in-step', outcome: 'created-in-store', intent: null, leaseUntilMs: 0, storeReviewId: site.inStore()[0]?.id });
    expect(await push(site)).toEqual({ kind: 'end', done: 0 });
  });

  it('creates, one round later, what it had not made', async () => {
    const site = await interrupted('crash-before');
    await push(site);
    expect(site.inStore()).toEqual([]);
    expect(site.link()).toMatchObject({ state: 'waiting', intent: null, leaseUntilMs: 0 });
    await push(site);
    expect(site.inStore()).toHaveLength(1);
    expect(site.link()).toMatchObject({ state: 'in-step' });
  });

  it.each(['Wix', 'the store'] as const)('knows its copy although it was edited in %s since, and leaves the edit to settle', async (where) => {
    const site = await interrupted('crash-after');
    const [wix, store] = [site.onWix()[0], site.inStore()[0]];
    if (wix === undefined || store === undefined) throw new Error('Expected a review on either side');
    if (where === 'Wix') site.world.shops.changeOnWix(wix.id, { body: 'Edited' }, false);
    else site.world.shops.changeInStore(store.id, { fields: { ...store.fields, body: 'Edited' } }, false);
    await push(site);
    expect(site.link()).toMatchObject({ storeReviewId: store.id, outcome: 'created-in-store', leaseUntilMs: 0, intent: { kind: 'create', on: 'store' } });
    expect(site.link().dueAtMs).toBeLessThanOrEqual(site.nowMs);
    expect(site.writes()).toEqual([]);
  });

  it('does not take a look-alike that is another pair\'s', async () => {
    const site = await interrupted('crash-before');
    const other = site.writeInStore('Review 1');
    site.put('links', { ...site.link(), _id: 'other', wixReviewId: 'w99', storeReviewId: other.id, storeProductId: 'sp1', state: 'in-step', intent: null } as never);
    await push(site);
    expect(site.links().filter(({ storeReviewId }) => storeReviewId === other.id)).toHaveLength(1);
  });

  it('looks for as many as it has calls for, and for the others in the next ticks, until all are found', async () => {
    const site = await interrupted('crash-after', 9);
    const left: number[] = [];
    for (let round = 0; round < 9 && (left.at(-1) ?? 1) > 0; round += 1) {
      site.calls.length = 0;
      expect(await push(site, 12)).toMatchObject({ kind: 'next' });
      expect(site.calls.length).toBeLessThanOrEqual(12 - RESERVE);
      left.push(site.links().filter(({ state }) => state !== 'in-step').length);
    }
    expect(left).toEqual([...new Set(left)].sort((a, b) => b - a));
    expect(left.at(-1)).toBe(0);
    expect(site.inStore()).toHaveLength(9);
  });

  it('stays, unchanged, when there are no calls to look for one', async () => {
    const site = await interrupted('crash-after');
    const before = site.link();
    expect(await push(site, 9)).toEqual({ kind: 'stay', done: 0 });
    expect(site.link()).toEqual(before);
  });
});

it.each(['before', 'after', 'throttled'] as const)('a create that ends with an error (%s) never makes a second copy', async (how) => {
  const site = new TestSite();
  site.writeOnWix('Warm');
  await site.run((session) => walkWix(session, null, walkFrom(session.clock.nowMs())));
  site.fail({ call: 'store.createReviews', how });
  await expect(push(site)).rejects.toThrow('STORE_');
  expect(site.link()).toMatchObject({ state: 'waiting', code: null, intent: { kind: 'create', on: 'store' } });
  for (let round = 0; round < 3; round += 1) {
    site.passMs(LEASE_MS);
    await push(site);
  }
  expect(site.inStore()).toHaveLength(1);
  expect(site.link()).toMatchObject({ state: 'in-step' });
});
