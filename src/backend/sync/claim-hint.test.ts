import { describe, expect, it } from 'vitest';
import { TestSite } from '../../../test/support/test-site';
import { brandId, type StoreProductId } from '../../core/ids';
import { hintRowId } from '../../core/link-id';
import { CallBudget } from './call-budget';
import { claimHint } from './claim-hint';
import type { SessionOpener } from './session';
import type { HintRow } from './tables';

const INSTANCE = new TestSite().connection().instanceId;
const NOW_MS = Date.parse('2026-06-01T00:00:00Z');
const HALF_MINUTE_MS = 30_000;
const PRODUCT = brandId<StoreProductId>('sp1');
const FREE: HintRow = {
  _id: hintRowId(INSTANCE, PRODUCT), instanceId: INSTANCE, storeProductId: PRODUCT,
  cursor: '100', attempts: 2, marks: 3, turn: 7, leaseUntilMs: 0, heldUntilMs: 0, dueAtMs: NOW_MS - 1,
};

function withHint(hint: HintRow): TestSite {
  const site = new TestSite();
  site.put('hints', hint);
  return site;
}

function claimAt(site: TestSite, hint: HintRow, nowMs: number): Promise<HintRow | null> {
  return site.run((session) => claimHint({ ...session, clock: { nowMs: () => nowMs } }, hint));
}

describe('claiming a hint', () => {
  it('takes it for half a minute in one call, and leaves its marks, place and attempts as they are', async () => {
    const site = withHint(FREE);
    const untilMs = NOW_MS + HALF_MINUTE_MS;
    expect(await claimAt(site, FREE, NOW_MS)).toEqual({ ...FREE, turn: 8, leaseUntilMs: untilMs, dueAtMs: untilMs });
    expect(site.hints()).toEqual([{ ...FREE, turn: 8, leaseUntilMs: untilMs, dueAtMs: untilMs }]);
    expect(site.calls).toEqual(['rows.get', 'rows.patch']);
  });

  it('costs nothing and changes nothing while somebody is at it', async () => {
    const taken = { ...FREE, leaseUntilMs: NOW_MS + 1 };
    const site = withHint(taken);
    expect(await claimAt(site, taken, NOW_MS)).toBeNull();
    expect(site.hints()).toEqual([taken]);
    expect(site.calls).toEqual(['rows.get']);
  });

  it.each([[2], [5]])('gives it to exactly one of %d at once', async (claimants) => {
    const site = withHint(FREE);
    const results = await site.runTogether(...Array.from({ length: claimants }, () => async (opener: SessionOpener) => {
      const session = await opener.openSync(opener.openSite(INSTANCE, new CallBudget(2)));
      return claimHint(session, FREE);
    }));
    expect(results.filter((owned) => owned !== null)).toHaveLength(1);
  });

  it('a crashed owner had is possible from the end of the lease on, not before', async () => {
    const site = withHint(FREE);
    const left = await claimAt(site, FREE, NOW_MS);
    if (left === null) throw new Error('Expected to own the hint');
    expect(await claimAt(site, left, NOW_MS + HALF_MINUTE_MS - 1)).toBeNull();
    expect(await claimAt(site, left, NOW_MS + HALF_MINUTE_MS)).toMatchObject({ turn: 9 });
  });

  it('wins nothing with a row that was read too early, or that is no more', async () => {
    expect(await claimAt(withHint({ ...FREE, turn: 8 }), FREE, NOW_MS)).toBeNull();
    const empty = new TestSite();
    expect(await claimAt(empty, FREE, NOW_MS)).toBeNull();
    expect(empty.hints()).toEqual([]);
  });
});
