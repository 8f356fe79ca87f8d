import { describe, expect, it } from 'vitest';
import { TestSite } from '../../../test/support/test-site';
import { INSTANCE } from '../../../sim/world/world';
import { fingerprints } from '../../core/fingerprint';
import { wixBornLink } from './new-link';
import type { LinkRow } from './tables';
import { isRewrite, isRolledBack } from './walk';
import { walkFrom } from './walk.fixture';

function linkOf(over: Partial<LinkRow> = {}): LinkRow {
  const site = new TestSite();
  return { ...wixBornLink(INSTANCE, site.event(site.writeOnWix('Fits well')), 1_000), ...over };
}
const prints = (body: string) => fingerprints({ title: '', body, rating: 4, author: 'Dana', status: 'published', reply: null });

describe('a walk holds', () => {
  it('what would rewrite a third of the shop, counting the pages before', () => {
    expect(walkFrom(0, { wixTotal: 100, changed: 25 }).holds({ changes: 5, unknown: 0, seen: 100 })).toBe(false);
    expect(walkFrom(0, { wixTotal: 100, changed: 25 }).holds({ changes: 6, unknown: 0, seen: 100 })).toBe(true);
  });

  it('what would rewrite over 500, however large the shop', () => {
    expect(walkFrom(0, { wixTotal: 100_000, changed: 450 }).holds({ changes: 50, unknown: 0, seen: 100 })).toBe(false);
    expect(walkFrom(0, { wixTotal: 100_000, changed: 450 }).holds({ changes: 51, unknown: 0, seen: 100 })).toBe(true);
  });

  it('by the total of the side it is on', () => {
    const totals = { wixTotal: 10, storeTotal: 1_000 };
    expect(walkFrom(0, { ...totals, phase: 'wix' }).holds({ changes: 20, unknown: 0, seen: 10 })).toBe(true);
    expect(walkFrom(0, { ...totals, phase: 'store' }).holds({ changes: 20, unknown: 0, seen: 100 })).toBe(false);
  });

  it('by what was seen where a shop does not tell how many it has', () => {
    expect(walkFrom(0, { wixTotal: null }).holds({ changes: 20, unknown: 0, seen: 100 })).toBe(false);
    expect(walkFrom(0, { wixTotal: null }).holds({ changes: 40, unknown: 0, seen: 100 })).toBe(true);
  });

  it('no number of reviews it never saw: a first walk sees nothing else', () => {
    expect(walkFrom(0, { wixTotal: 1_000 }).holds({ changes: 0, unknown: 100, seen: 100 })).toBe(false);
  });

  it('nothing once a person let it go on', () => {
    expect(walkFrom(0, { released: true, wixTotal: 10 }).holds({ changes: 10, unknown: 0, seen: 10 })).toBe(false);
  });
});

describe('a rewrite', () => {
  it('is a pair that agreed and no longer is as it was seen', () => {
    const [then, now] = [prints('Before'), prints('After')];
    const pair = linkOf({ base: { wix: then, store: then } });
    expect(isRewrite(pair, then, now)).toBe(true);
    expect(isRewrite(pair, then, then)).toBe(false);
  });

  it('is not a review that has no copy to rewrite', () => {
    expect(isRewrite(linkOf({ base: null }), prints('Before'), prints('After'))).toBe(false);
  });
});

describe('a copy that was taken back', () => {
  const undone = linkOf({ state: 'skipped', code: 'ROLLED_BACK', lastAtMs: 1_000 });

  it('is made again by a backfill its owner starts later', () => {
    expect(isRolledBack(undone, walkFrom(2_000))).toBe(true);
  });

  it('is not by the daily sweep', () => {
    expect(isRolledBack(undone, walkFrom(2_000, { kind: 'sweep' }))).toBe(false);
  });

  it('is not by a backfill that was under way then', () => {
    expect(isRolledBack(undone, walkFrom(500))).toBe(false);
  });

  it('is told from one that is skipped for another reason', () => {
    expect(isRolledBack(linkOf({ state: 'skipped', code: 'CONTACT_HAS_REVIEW' }), walkFrom(2_000))).toBe(false);
  });
});
