import { describe, expect, it } from 'vitest';
import { INSTANCE } from '../../../sim/world/world';
import { TestSite } from '../../../test/support/test-site';
import { brandId, type LinkId } from '../../core/ids';
import { DECIDED_KEPT_MS, dropDecided } from './drop-decided';
import type { ConflictRow } from './tables';

const ids = (site: TestSite): readonly string[] => site.conflicts().map(({ _id }) => _id);

function siteWith(...conflicts: readonly (Pick<ConflictRow, '_id' | 'state'> & { readonly ageMs: number })[]): TestSite {
  const site = new TestSite();
  site.put('conflicts', ...conflicts.map(({ ageMs, ...row }): ConflictRow => ({ ...row, instanceId: INSTANCE, linkId: brandId<LinkId>('l1'), field: 'body', winner: 'wix', lost: '"My own words"', atMs: site.nowMs - ageMs })));
  return site;
}

describe('a value that gave way', () => {
  it('goes three months after, once somebody decided about it, whichever way', async () => {
    const site = siteWith({ _id: 'a', state: 'kept', ageMs: DECIDED_KEPT_MS }, { _id: 'b', state: 'restored', ageMs: DECIDED_KEPT_MS + 1 });
    await site.run(dropDecided);
    expect(ids(site)).toEqual([]);
  });

  it('stays while it is younger, and for as long as nobody has decided', async () => {
    const site = siteWith({ _id: 'young', state: 'kept', ageMs: DECIDED_KEPT_MS - 60_000 }, { _id: 'open', state: 'open', ageMs: 10 * DECIDED_KEPT_MS });
    await site.run(dropDecided);
    expect(ids(site)).toEqual(['young', 'open']);
    expect(site.calls).toEqual(['rows.get', 'rows.find']);
  });

  it('goes with the oldest hundred at a time, so that a sweep stays within its calls', async () => {
    const site = siteWith(...Array.from({ length: 101 }, (_, number) => ({ _id: `c${String(number)}`, state: 'kept' as const, ageMs: DECIDED_KEPT_MS + number })));
    await site.run(dropDecided);
    expect(ids(site)).toEqual(['c0']);
    await site.run(dropDecided);
    expect(ids(site)).toEqual([]);
  });
});
