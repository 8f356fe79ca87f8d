import { expect, it } from 'vitest';
import { brandId, type StoreProductId } from '../../src/core/ids';
import { hintRowId } from '../../src/core/link-id';
import type { Rows } from '../../src/backend/sync/rows';
import type { HintRow } from '../../src/backend/sync/tables';
import type { Faults } from '../faults';
import { quietWorld } from '../quiet-world.fixture';
import { INSTANCE } from './world';

const PRODUCT = brandId<StoreProductId>('sp1');
const ROW: HintRow = { _id: hintRowId(INSTANCE, PRODUCT), instanceId: INSTANCE, storeProductId: PRODUCT, cursor: null, attempts: 0, marks: 0, turn: 0, leaseUntilMs: 0, heldUntilMs: 0, dueAtMs: 5 };

/** What `use` made of the rows of a fresh site. */
async function withRows<T>(use: (rows: Rows) => Promise<T>, faults: Partial<Faults> = {}): Promise<T> {
  const world = quietWorld(faults);
  const results: T[] = [];
  world.scheduler.start(async () => void results.push(await use((await world.openSync()).rows)));
  await world.scheduler.untilIdle();
  const [result] = results;
  if (result === undefined) throw new Error('Expected a result');
  return result;
}

it('of two inserts of one row exactly one succeeds, however they interleave', async () => {
  const answers = await withRows((rows) => Promise.all([rows.insert('hints', ROW), rows.insert('hints', { ...ROW, marks: 9 })]));
  expect([...answers].sort()).toEqual(['exists', 'inserted']);
});

it('an increment is a ticket: each of two gets a number of its own', async () => {
  const turns = await withRows(async (rows) => {
    await rows.insert('hints', ROW);
    const patch = async () => {
      const result = await rows.patch('hints', ROW._id, { set: {}, increment: { turn: 1 } });
      return result.kind === 'applied' ? result.row.turn : null;
    };
    return Promise.all([patch(), patch()]);
  });
  expect([...turns].sort()).toEqual([1, 2]);
});

it('a stale list shows the past; ids and consistent lists show the present', async () => {
  const seen = await withRows(
    async (rows) => {
      await rows.insert('hints', ROW);
      const list = await rows.find('hints', { where: {}, limit: 1 });
      const consistent = await rows.find('hints', { where: {}, limit: 1, consistent: true });
      return [list.rows.length, consistent.rows.length, (await rows.get('hints', ROW._id)) !== null];
    },
    { stale: 1 },
  );
  expect(seen).toEqual([0, 1, true]);
});

it('writes many, leaves missing rows missing, and removes', async () => {
  const counts = await withRows(async (rows) => {
    await rows.saveMany('hints', [ROW]);
    await rows.insertMany('hints', [{ ...ROW, marks: 7 }, { ...ROW, _id: 'other' }]);
    await rows.patchMany('hints', [{ id: 'missing', set: { attempts: 1 } }, { id: ROW._id, set: { attempts: 3 } }]);
    const [row] = await rows.getMany('hints', [ROW._id, 'missing']);
    const missing = await rows.patch('hints', 'missing', { set: {} });
    await rows.removeMany('hints', ['other', 'missing']);
    return [row?.attempts, row?.marks, missing.kind, await rows.count('hints', {})];
  });
  expect(counts).toEqual([3, 0, 'missing', 1]);
});

it('refuses more than the platform takes', async () => {
  await expect(withRows((rows) => rows.find('hints', { where: {}, limit: 101 }))).rejects.toThrow('got 101');
});
