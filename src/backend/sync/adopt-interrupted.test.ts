import { describe, expect, it } from 'vitest';
import { parseEmail } from '../../core/email';
import { fingerprints } from '../../core/fingerprint';
import { brandId, type LinkId, type StoreProductId } from '../../core/ids';
import type { ReviewFields } from '../../core/review';
import { TestSite } from '../../../test/support/test-site';
import { adoptInterrupted } from './adopt-interrupted';
import type { Step } from './step';
import { LEASE_MS } from './lease';
import { leased, wixBornLink } from './new-link';
import type { Push } from './push-to-store';
import type { LinkRow } from './tables';

/** One more Wix review whose copy was begun by a page that never ended. */
function interrupted(site: TestSite, person = 1): Push {
  if (person > 1) site.addPerson(person);
  const event = site.event(site.writeOnWix(`Says ${String(person)}`, { person }));
  const review = event.review ?? expect.fail('Expected the event to carry its review');
  const link: LinkRow = { ...leased(wixBornLink(event.instanceId, event, site.nowMs), site.nowMs), intent: { kind: 'create', on: 'store', sent: fingerprints(review.fields) } };
  site.put('links', link);
  const email = parseEmail(`p${String(person)}@example.com`) ?? expect.fail('Expected an address');
  return { link, review, draft: { productId: brandId<StoreProductId>('sp1'), email, fields: review.fields, writtenAt: review.writtenAt } };
}

async function adopt(site: TestSite, pushes: readonly Push[], { calls = 16, reserve = 0 } = {}): Promise<Step> {
  site.passMs(LEASE_MS + 1);
  return site.run((session) => {
    site.calls.length = 0;
    return adoptInterrupted(session, pushes, reserve);
  }, { calls: calls + 1 });
}

function copied(site: TestSite, change: Partial<ReviewFields> = {}): void {
  site.writeInStore('Says 1', change);
}

const NEXT = { kind: 'next', cursor: 'more', done: 0 };

describe('a copy that was begun and never recorded', () => {
  it('is found in the store and adopted, in 3 calls and without a write there', async () => {
    const site = new TestSite();
    const push = interrupted(site);
    copied(site);
    expect(await adopt(site, [push])).toEqual(NEXT);
    expect(site.calls).toEqual(['store.findReviews', 'rows.find', 'rows.patchMany']);
    expect(site.link()).toMatchObject({ state: 'in-step', outcome: 'created-in-store', storeReviewId: site.inStore()[0]?.id, intent: null, leaseUntilMs: 0, wixRevision: '1' });
  });

  it('and is not in the store is as if never begun: its row waits for the next round', async () => {
    const site = new TestSite();
    const push = interrupted(site);
    expect(await adopt(site, [push])).toEqual(NEXT);
    expect(site.calls).toEqual(['store.findReviews', 'rows.patchMany']);
    expect(site.link()).toEqual({ ...push.link, intent: null, leaseUntilMs: 0 });
  });

  it.each<[string, Partial<ReviewFields>]>([
    ['edited', { body: 'Says something else' }],
    ['hidden', { status: 'hidden' }],
    ['renamed', { author: 'Robin' }],
  ])('and was %s since is left to settle, which knows from the intent what was sent', async (_name, change) => {
    const site = new TestSite();
    const push = interrupted(site);
    copied(site, change);
    await adopt(site, [push]);
    const { dueAtMs, ...row } = site.link();
    expect(row).toMatchObject({ state: 'waiting', outcome: 'created-in-store', storeReviewId: site.inStore()[0]?.id, storeProductId: 'sp1', base: null, intent: push.link.intent, leaseUntilMs: 0 });
    expect(dueAtMs).toBeLessThanOrEqual(site.nowMs);
  });

  it.each<[string, Partial<ReviewFields>, LinkRow['state']]>([
    ['the same words', {}, 'in-step'],
    ['the same words, hidden since', { status: 'hidden' }, 'waiting'],
  ])('is never taken for ours when it carries another date: %s are linked as same, which no rollback and no removal takes away', async (_name, change, state) => {
    const site = new TestSite();
    const push = interrupted(site);
    site.writeInStore('Says 1', { writtenAt: '2026-05-09T00:00:00Z', ...change });
    await adopt(site, [push]);
    expect(site.link()).toMatchObject({ state, outcome: 'matched', runAtMs: null, storeReviewId: site.inStore()[0]?.id });
  });

  it('is the one with the date we sent, where its author wrote the same there as well', async () => {
    const site = new TestSite();
    const push = interrupted(site);
    copied(site, { body: 'Says something else' });
    site.writeInStore('Says 1', { writtenAt: '2026-05-09T00:00:00Z' });
    await adopt(site, [push]);
    expect(site.link()).toMatchObject({ outcome: 'created-in-store', storeReviewId: site.inStore().find(({ writtenAt }) => writtenAt.startsWith('2026-05-01'))?.id });
  });

  it('is not another review that the same person wrote', async () => {
    const site = new TestSite();
    const push = interrupted(site);
    site.writeInStore('Something else', { writtenAt: '2026-05-09T00:00:00Z' });
    await adopt(site, [push]);
    expect(site.link()).toMatchObject({ storeReviewId: null, intent: null });
  });

  it.each([
    ['is not taken from a pair that has it', false, null],
    ['is taken though it has a row of its own, which is no pair', true, 's'],
  ] as const)('%s', async (_name, lone, prefix) => {
    const site = new TestSite();
    const push = interrupted(site);
    copied(site);
    site.put('links', { ...push.link, _id: brandId<LinkId>('other'), storeReviewId: site.inStore()[0]?.id ?? null, wixReviewId: lone ? null : push.link.wixReviewId });
    await adopt(site, [push]);
    const adopted = site.links().find(({ _id }) => _id === push.link._id)?.storeReviewId;
    expect(adopted?.slice(0, 1) ?? null).toBe(prefix);
  });
});

describe('several of them', () => {
  it('are written down together: one look each, and 2 calls more', async () => {
    const site = new TestSite();
    const pushes = [1, 2, 3].map((person) => interrupted(site, person));
    site.writeInStore('Says 2', { person: 2 });
    expect(await adopt(site, pushes)).toEqual(NEXT);
    expect(site.calls).toEqual([...pushes.map(() => 'store.findReviews'), 'rows.find', 'rows.patchMany']);
    expect(site.links().map(({ state, intent }) => [state, intent])).toEqual([['waiting', null], ['in-step', null], ['waiting', null]]);
  });

  it.each([
    [5, 0, 1],
    [6, 0, 2],
    [6, 1, 1],
    [7, 1, 2],
  ])('with %s calls, %s of them kept back: %s are looked for, the others stay as they are', async (calls, reserve, looked) => {
    const site = new TestSite();
    const pushes = [1, 2].map((person) => interrupted(site, person));
    await adopt(site, pushes, { calls, reserve });
    expect(site.links().filter(({ intent }) => intent === null)).toHaveLength(looked);
    expect(site.calls.filter((call) => call === 'store.findReviews')).toHaveLength(looked);
  });

  it.each([[4, 0], [7, 3]])('without the calls to look for even one, the page stays and nothing is called: %s calls, %s kept back', async (calls, reserve) => {
    const site = new TestSite();
    const push = interrupted(site);
    expect(await adopt(site, [push], { calls, reserve })).toEqual({ kind: 'stay', done: 0 });
    expect(site.calls).toEqual([]);
    expect(site.link()).toEqual(push.link);
  });
});

describe('when something fails', () => {
  it.each([
    ['store.findReviews', 'before'],
    ['store.findReviews', 'throttled'],
    ['rows.find', 'before'],
    ['rows.patchMany', 'before'],
    ['rows.patchMany', 'crash-before'],
  ] as const)('the intent stays, and the next round ends the same: %s %s', async (call, how) => {
    const site = new TestSite();
    const push = interrupted(site);
    copied(site);
    site.fail({ call, how });
    await expect(adopt(site, [push])).rejects.toThrow();
    expect(site.link()).toEqual(push.link);
    await adopt(site, [push]);
    expect(site.link()).toMatchObject({ state: 'in-step' });
    expect(site.inStore()).toHaveLength(1);
  });
});
