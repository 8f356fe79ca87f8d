import { describe, expect, it } from 'vitest';
import type { PlannedFault } from '../../../test/support/planned-faults';
import { TestSite } from '../../../test/support/test-site';
import { brandId, type StoreProductId } from '../../core/ids';
import { claimHint } from './claim-hint';
import { drain } from './drain';
import { holdHints } from './hold-hints';
import { receiveHint } from './receive-hint';
import { settleHint } from './settle-hint';

const [ONE, TWO] = [brandId<StoreProductId>('sp1'), brandId<StoreProductId>('sp2')];
const TWO_MINUTES_MS = 120_000;

/** When the hold began, by the clock of the invocation that made it. */
function hold(site: TestSite, products: readonly StoreProductId[]): Promise<number> {
  return site.run(async (session) => {
    const nowMs = session.clock.nowMs();
    await holdHints(session, products);
    return nowMs;
  });
}

describe('holding the hints of products that a walk writes to', () => {
  it('puts one row per product on record for two minutes, and the backlog flag to their end, in two calls', async () => {
    const site = new TestSite();
    const nowMs = await hold(site, [ONE, TWO]);
    const untilMs = nowMs + TWO_MINUTES_MS;
    expect(site.hints().map(({ storeProductId }) => storeProductId)).toEqual([ONE, TWO]);
    for (const row of site.hints()) expect(row).toMatchObject({ cursor: null, attempts: 0, leaseUntilMs: 0, heldUntilMs: untilMs, dueAtMs: untilMs });
    expect(site.connection().backlogDueAtMs).toBe(untilMs);
    expect(site.calls).toEqual(['rows.get', 'rows.saveMany', 'rows.patch']);
  });

  it('names no product twice in one call', async () => {
    const site = new TestSite();
    const saved: string[] = [];
    await site.run(({ rows, ...session }) => holdHints({ ...session, rows: { ...rows, saveMany: async (_table, all) => void saved.push(...all.map(({ _id }) => _id)) } }, [ONE, ONE]));
    expect(saved).toHaveLength(1);
  });

  it('leaves an earlier backlog flag as it is, and then takes one call', async () => {
    const site = new TestSite();
    site.put('connections', { ...site.connection(), backlogDueAtMs: 5 });
    await hold(site, [ONE]);
    expect(site.connection().backlogDueAtMs).toBe(5);
    expect(site.calls).toEqual(['rows.get', 'rows.saveMany']);
  });

  it('makes a delivery in that time cost nothing but its mark, and compares the product once when the time is over', async () => {
    const site = new TestSite();
    await hold(site, [ONE]);
    site.writeInStore('Fits well');
    for (let delivery = 0; delivery < 3; delivery += 1) await site.run((session) => receiveHint(session, ONE));
    await site.run((session) => drain(session));
    expect(site.calls.filter((call) => call.startsWith('store.'))).toEqual([]);
    site.passMs(TWO_MINUTES_MS);
    for (let more = 0; more < 2; more += 1) await site.run((session) => drain(session));
    expect(site.calls.filter((call) => call === 'store.listReviewsOf')).toHaveLength(1);
    expect(site.onWix()).toMatchObject([{ fields: { body: 'Fits well' } }]);
  });

  it('compares a product when the time is over even if nothing was delivered about it', async () => {
    const site = new TestSite();
    await hold(site, [ONE]);
    site.writeInStore('Fits well');
    site.passMs(TWO_MINUTES_MS);
    await site.run((session) => drain(session));
    expect(site.onWix()).toHaveLength(1);
  });

  it('is noticed by whoever owned a hint: its result does not end the hold, and it looks again', async () => {
    const site = new TestSite();
    await site.run(async (session) => {
      const { row } = await receiveHint(session, ONE);
      await holdHints(session, [ONE]);
      await settleHint(session, row);
    });
    expect(site.hints()[0]?.dueAtMs).not.toBeNull();
    expect(site.hints()[0]?.heldUntilMs).toBeGreaterThan(site.nowMs);
  });

  it('lets nobody own a hint with a row from before it', async () => {
    const site = new TestSite();
    const before = await site.run(async (session) => {
      const { row } = await receiveHint(session, ONE);
      await holdHints(session, [ONE]);
      return claimHint(session, { ...row, leaseUntilMs: 0 });
    });
    expect(before).toBeNull();
  });

  it.each<[string, PlannedFault['how'], number]>([
    ['rows.saveMany', 'throttled', 0],
    ['rows.saveMany', 'before', 0],
    ['rows.saveMany', 'crash-after', 1],
    ['rows.patch', 'before', 1],
    ['rows.patch', 'crash-before', 1],
  ])('fails with %s (%s) instead of letting the walk write unheld, and is simply done again', async (call, how, held) => {
    const site = new TestSite();
    site.fail({ call, how });
    await expect(hold(site, [ONE])).rejects.toThrow(/Died|WIX_/);
    expect(site.hints()).toHaveLength(held);
    expect(site.connection().backlogDueAtMs).toBeNull();
    const nowMs = await hold(site, [ONE]);
    expect(site.hints()).toMatchObject([{ heldUntilMs: nowMs + TWO_MINUTES_MS }]);
    expect(site.connection().backlogDueAtMs).toBe(nowMs + TWO_MINUTES_MS);
  });
});
