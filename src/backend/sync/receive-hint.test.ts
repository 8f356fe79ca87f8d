import { describe, expect, it } from 'vitest';
import type { PlannedFault } from '../../../test/support/planned-faults';
import { TestSite } from '../../../test/support/test-site';
import { brandId, type StoreProductId } from '../../core/ids';
import { CallBudget } from './call-budget';
import { drain } from './drain';
import { receiveHint, type ReceivedHint } from './receive-hint';
import type { SessionOpener } from './session';
import type { HintRow } from './tables';

const INSTANCE = new TestSite().connection().instanceId;
const PRODUCT = brandId<StoreProductId>('sp1');
const HALF_MINUTE_MS = 30_000;

function receive(opener: SessionOpener): Promise<ReceivedHint> {
  return receiveHint(opener.openSite(INSTANCE, new CallBudget(3)), PRODUCT);
}

function hint(site: TestSite): HintRow {
  const [row, ...more] = site.hints();
  if (row === undefined || more.length > 0) throw new Error(`Expected one hint, got ${site.hints().length}`);
  return row;
}

/** Something that happens while the `nth` call of that name is on its way. */
function during(site: TestSite, call: string, nth: number, happens: () => void): void {
  const told = site.world.onCall;
  let left = nth;
  site.world.onCall = (name) => {
    told(name);
    if (name === call && (left -= 1) === 0) happens();
  };
}

describe('a hint about a product', () => {
  it('that is the first of it is recorded in two calls, and belongs to whoever recorded it', async () => {
    const site = new TestSite();
    const startMs = site.nowMs;
    const { row, owned } = await site.runEntrance(receive);
    expect(owned).toBe(true);
    expect(row).toMatchObject({ storeProductId: PRODUCT, cursor: null, attempts: 0, marks: 1, turn: 1, heldUntilMs: 0, leaseUntilMs: startMs + HALF_MINUTE_MS, dueAtMs: startMs + HALF_MINUTE_MS });
    expect(hint(site)).toEqual(row);
    expect(site.calls).toEqual(['rows.patch', 'rows.insert']);
  });

  it('that follows one is merged with it in one call: due now, from the first page, and nobody is disturbed', async () => {
    const site = new TestSite();
    const first = (await site.runEntrance(receive)).row;
    const waiting: HintRow = { ...first, cursor: '100', attempts: 3, marks: 4, turn: 9, heldUntilMs: site.nowMs + 60_000, dueAtMs: null };
    site.put('hints', waiting);
    site.calls.length = 0;
    const nowMs = site.nowMs;
    const { row, owned } = await site.runEntrance(receive);
    expect(owned).toBe(false);
    expect(row).toEqual({ ...waiting, cursor: null, marks: 5, dueAtMs: nowMs });
    expect(hint(site)).toEqual(row);
    expect(site.calls).toEqual(['rows.patch']);
  });

  it.each([[2], [3], [6]])('that comes %d times at once for the first time makes one row with every mark, and one owner', async (deliveries) => {
    const site = new TestSite();
    const received = await site.runTogether(...Array.from({ length: deliveries }, () => receive));
    expect(received.filter(({ owned }) => owned)).toHaveLength(1);
    expect(hint(site).marks).toBe(deliveries);
    expect(site.calls.length).toBeLessThanOrEqual(3 * deliveries);
  });

  it('whose row disappears between two looks is not owned by anybody', async () => {
    const site = new TestSite();
    const first = (await site.runEntrance(receive)).row;
    site.world.rows.table('hints').delete(first._id);
    during(site, 'rows.insert', 1, () => site.put('hints', first));
    during(site, 'rows.patch', 2, () => site.world.rows.table('hints').delete(first._id));
    expect(await site.runEntrance(receive)).toMatchObject({ row: { _id: first._id }, owned: false });
    expect(site.hints()).toEqual([]);
  });

  it.each<[PlannedFault['how']]>([['throttled'], ['before'], ['crash-before']])('that cannot be recorded (%s) says so, so that the store waits or delivers again', async (how) => {
    const site = new TestSite();
    for (const call of ['rows.patch', 'rows.insert']) {
      site.fail({ call, how });
      await expect(site.runEntrance(receive)).rejects.toThrow(/Died|WIX_/);
      expect(site.hints()).toEqual([]);
    }
    expect(await site.runEntrance(receive)).toMatchObject({ owned: true });
  });

  it.each<[PlannedFault['how']]>([['after'], ['crash-after']])('whose recording took effect unheard (%s) is looked into without another delivery when the lease is over', async (how) => {
    const site = new TestSite();
    site.writeInStore('Fits well');
    site.fail({ call: 'rows.insert', how });
    await expect(site.runEntrance(receive)).rejects.toThrow(/Died|WIX_/);
    await site.run((session) => drain(session));
    expect(site.onWix()).toEqual([]);
    site.passMs(HALF_MINUTE_MS);
    await site.run((session) => drain(session));
    expect(site.onWix()).toMatchObject([{ fields: { body: 'Fits well' } }]);
  });
});
