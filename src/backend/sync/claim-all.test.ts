import { describe, expect, it } from 'vitest';
import { INSTANCE } from '../../../sim/world/world';
import { TestSite } from '../../../test/support/test-site';
import { CallBudget } from './call-budget';
import { claimAll } from './claim-all';
import { LEASE_MS } from './lease';
import { wixBornLink } from './new-link';
import type { SessionOpener } from './session';

function siteWith(count: number): TestSite {
  const site = new TestSite();
  for (let person = 1; person <= count; person += 1) {
    if (person > 1) site.addPerson(person);
    site.put('links', wixBornLink(INSTANCE, site.event(site.writeOnWix(`Text ${String(person)}`, { person })), site.nowMs));
  }
  site.calls.length = 0;
  return site;
}

describe('claiming a page', () => {
  it('takes every row in two calls, for as long as a single claim', async () => {
    const site = siteWith(3);
    const owned = await site.run((session) => claimAll(session, site.links()));
    expect(owned).toHaveLength(3);
    expect(site.calls).toEqual(['rows.get', 'rows.patchMany', 'rows.getMany']);
    for (const { leaseUntilMs } of site.links()) {
      expect(leaseUntilMs).toBeGreaterThan(site.nowMs);
      expect(leaseUntilMs).toBeLessThanOrEqual(site.nowMs + LEASE_MS);
    }
  });

  it('gives each row to at most one of several that saw it free', async () => {
    const site = siteWith(4);
    const seen = site.links();
    const claim = (opener: SessionOpener) => claimAll(opener.openSite(INSTANCE, new CallBudget(10)), seen);
    const ids = (await site.runTogether(claim, claim, claim)).flat().map(({ _id }) => _id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('leaves out what was removed meanwhile', async () => {
    const site = siteWith(2);
    const seen = site.links();
    site.world.rows.table('links').delete(seen[0]?._id ?? '');
    expect(await site.run((session) => claimAll(session, seen))).toHaveLength(1);
  });

  it('of nothing costs nothing', async () => {
    const site = siteWith(0);
    expect(await site.run((session) => claimAll(session, []))).toEqual([]);
    expect(site.calls).toEqual(['rows.get']);
  });
});
