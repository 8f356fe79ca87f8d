import { describe, expect, it } from 'vitest';
import type { PlannedFault } from '../../../test/support/planned-faults';
import { TestSite } from '../../../test/support/test-site';
import { brandId, type ContactId, type WixProductId, type WixReviewId } from '../../core/ids';
import { CallBudget } from './call-budget';
import { claim } from './claim';
import { drain } from './drain';
import { wixBornLink } from './new-link';
import type { SessionOpener } from './session';
import { settle } from './settle';
import type { LinkRow } from './tables';

const INSTANCE = new TestSite().connection().instanceId;
const NOW_MS = Date.parse('2026-06-01T00:00:00Z');
const HALF_MINUTE_MS = 30_000;
const identity = { reviewId: brandId<WixReviewId>('w1'), productId: brandId<WixProductId>('wp1'), contactId: brandId<ContactId>('k1'), review: null };
const FREE: LinkRow = { ...wixBornLink(INSTANCE, identity, NOW_MS), marks: 3, turn: 7 };

function claimAt(site: TestSite, link: LinkRow, nowMs: number, set: Parameters<typeof claim>[2] = {}): Promise<LinkRow | null> {
  return site.run(({ rows }) => claim({ rows, clock: { nowMs: () => nowMs } }, link, set));
}

function withLink(link: LinkRow): TestSite {
  const site = new TestSite();
  site.put('links', link);
  return site;
}

describe('a claim', () => {
  it('takes a free row for half a minute, in one call, and writes along what it was given', async () => {
    const site = withLink(FREE);
    const owned = await claimAt(site, FREE, NOW_MS, { gone: 'wix' });
    const untilMs = NOW_MS + HALF_MINUTE_MS;
    expect(owned).toEqual({ ...FREE, marks: 4, turn: 8, leaseUntilMs: untilMs, dueAtMs: untilMs, gone: 'wix' });
    expect(site.link()).toEqual(owned);
    expect(site.calls).toEqual(['rows.get', 'rows.patch']);
  });

  it('leaves its mark on a row that somebody is at, to be looked at again when the lease is over at the latest', async () => {
    const taken: LinkRow = { ...FREE, leaseUntilMs: NOW_MS + 1_000, dueAtMs: null };
    const site = withLink(taken);
    expect(await claimAt(site, taken, NOW_MS, { gone: 'wix' })).toBeNull();
    expect(site.link()).toEqual({ ...taken, marks: 4, dueAtMs: NOW_MS + 1_000, gone: 'wix' });
    expect(site.calls).toEqual(['rows.get', 'rows.patch']);
  });

  it.each([[2], [3], [8]])('of %d at once is won by exactly one, and the marks of all are seen', async (claimants) => {
    const site = withLink(FREE);
    const results = await site.runTogether(...Array.from({ length: claimants }, () => async (opener: SessionOpener) => {
      const session = opener.openSite(INSTANCE, new CallBudget(2));
      return claim(session, (await session.rows.get('links', FREE._id)) ?? FREE);
    }));
    expect(results.filter((owned) => owned !== null)).toHaveLength(1);
    expect(site.link().marks).toBe(FREE.marks + claimants);
  });

  it('made with a row that was read too early wins nothing, and brings the row back', async () => {
    const site = withLink({ ...FREE, turn: FREE.turn + 1 });
    expect(await claimAt(site, FREE, NOW_MS)).toBeNull();
    expect(site.link()).toMatchObject({ marks: 4, dueAtMs: NOW_MS + HALF_MINUTE_MS });
  });

  it('on a row that is gone wins nothing and does not bring it back', async () => {
    const site = new TestSite();
    expect(await claimAt(site, FREE, NOW_MS)).toBeNull();
    expect(site.links()).toEqual([]);
  });

  it.each([
    ['not before its lease is over', HALF_MINUTE_MS - 1, false],
    ['when its lease is over', HALF_MINUTE_MS, true],
  ])('on a crashed owner\'s row is granted %s', async (_, laterMs, granted) => {
    const site = withLink(FREE);
    const left = await claimAt(site, FREE, NOW_MS);
    const owned = await claimAt(site, left ?? FREE, NOW_MS + laterMs);
    expect(owned !== null).toBe(granted);
    expect(site.link().turn).toBe(FREE.turn + (granted ? 2 : 1));
  });

  it.each<[PlannedFault['how'], boolean]>([
    ['throttled', false],
    ['before', false],
    ['crash-before', false],
    ['after', true],
    ['crash-after', true],
  ])('that ends in %s fails, and whether it took effect (%s) the next one after the lease owns the row', async (how, tookEffect) => {
    const site = withLink(FREE);
    site.fail({ call: 'rows.patch', how });
    await expect(claimAt(site, FREE, NOW_MS)).rejects.toThrow(/Died|WIX_/);
    expect(site.link().leaseUntilMs).toBe(tookEffect ? NOW_MS + HALF_MINUTE_MS : 0);
    expect(site.link().marks).toBe(tookEffect ? 4 : 3);
    expect(await claimAt(site, site.link(), NOW_MS + HALF_MINUTE_MS)).not.toBeNull();
  });
});

describe('a mark', () => {
  it('left while the owner works makes it look again, and the next look clears it', async () => {
    const site = new TestSite();
    const record = site.writeOnWix('Fits well');
    site.put('links', { ...FREE, wixReviewId: record.id });
    const endMs = await site.run(async (session) => {
      const owned = await claim(session, site.link());
      if (owned === null) throw new Error('Expected to own the link');
      expect(await claim(session, site.link())).toBeNull();
      await settle(session, owned);
      return session.clock.nowMs();
    });
    expect(site.link()).toMatchObject({ state: 'in-step', leaseUntilMs: 0 });
    expect(site.link().dueAtMs).toBeLessThanOrEqual(endMs);
    await site.run((session) => drain(session));
    expect(site.link().dueAtMs).toBeNull();
    expect(site.writes()).toEqual(['store.createReviews']);
  });
});
