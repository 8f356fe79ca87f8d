import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SYNC_ENGINE } from '../src/backend/endpoints/sync-engine';
import { isUnderWay } from '../src/backend/sync/run';
import type { RunKind } from '../src/backend/sync/tables';
import type { Op } from '../src/core/plan-types';
import { FIELDS, SIDES, type Side } from '../src/core/review';
import { CARRYING } from './kill-everywhere.carrying';
import { CONNECTING } from './kill-everywhere.connecting';
import { DECIDING } from './kill-everywhere.deciding';
import { Desk } from './kill-everywhere.desk';
import { INSTALLED } from './kill-everywhere.installed';
import type { Operation, Operations } from './kill-everywhere.operation';
import { inStore, onWix } from './kill-everywhere.people';
import { PICTURES } from './kill-everywhere.pictures';
import { PRODUCTS } from './kill-everywhere.products';
import { WALKING } from './kill-everywhere.walking';
import { Tally } from './tally';
import { judge } from './verdict';

vi.mock('../src/backend/runtime/session-opener', () => ({ sessionOpener: () => INSTALLED.opener }));

const OPERATIONS: Operations = { ...CARRYING, ...PICTURES, ...PRODUCTS, ...WALKING, ...DECIDING, ...CONNECTING };

/** Runs an operation in which the process dies at the I/O step `killAt`; `null`: it lives. */
async function run({ wide, history, before, act }: Operation, killAt: number | null): Promise<{ desk: Desk; rested: boolean }> {
  const desk = new Desk(wide === true);
  history?.(desk);
  desk.listen();
  await before?.(desk);
  if (!(await desk.settle())) throw new Error('Never came to rest before the operation');
  desk.arm(killAt);
  act(desk);
  return { rested: await desk.settle(), desk };
}

/** Everything about how the world ended, in a shape that can be compared as a whole. */
function ending({ desk, rested }: { desk: Desk; rested: boolean }, { explains = [], wrong }: Operation) {
  const { world } = desk;
  const { lost, duplicated, unfinished } = judge(world, new Tally());
  const held = [...world.rows.all('links'), ...world.rows.all('hints'), ...world.rows.all('runs').filter(isUnderWay)];
  return {
    rested,
    lost: world.rows.all('links').length === 0 ? [] : lost.filter((one) => !explains.some((code) => one.includes(code))),
    duplicated, unfinished,
    leased: held.filter(({ leaseUntilMs }) => leaseUntilMs !== 0).map(({ _id }) => _id),
    wrong: wrong?.(desk) ?? [],
    wix: onWix(desk).map(({ fields }) => fields.body).sort(),
    store: inStore(desk).map(({ fields }) => fields.body).sort(),
  };
}

const seen = { calls: new Set<string>(), written: new Set<string>(), used: new Set<string>(), runs: new Set<string>() };

beforeEach(() => {
  // An entrance whose process died says so.
  vi.spyOn(console, 'warn').mockReturnValue();
  vi.spyOn(console, 'error').mockReturnValue();
});
afterEach(() => vi.restoreAllMocks());

describe.each(Object.entries(OPERATIONS))('%s', (_name, operation) => {
  const rest = { rested: true, lost: [], duplicated: [], unfinished: [], leased: [], wrong: [], wix: operation.wix, store: operation.store };

  it('does what it is called when nothing goes wrong', async () => {
    const result = await run(operation, null);
    const { desk } = result;
    expect(ending(result, operation)).toEqual(rest);
    expect(desk.writes).toEqual(operation.writes);
    expect([...desk.calls]).toEqual(expect.arrayContaining([...operation.proves]));
    for (const call of desk.calls) seen.calls.add(call);
    for (const field of desk.written) seen.written.add(field);
    for (const entrance of desk.used) seen.used.add(entrance);
    for (const { kind } of desk.world.rows.all('runs')) seen.runs.add(kind);
  });

  it('survives a crash at every I/O step: nothing lost, doubled, written twice or left open', { timeout: 120_000 }, async () => {
    let killAt = 1;
    for (let killed = true; killed; killAt += 1) {
      const result = await run(operation, killAt);
      const { writes, steps } = result.desk;
      expect({ killAt, ...ending(result, operation) }).toEqual({ killAt, ...rest });
      for (const side of SIDES) expect({ killAt, side, tooMany: Math.max(0, writes[side] - operation.writes[side]) }).toEqual({ killAt, side, tooMany: 0 });
      killed = steps >= killAt;
    }
    expect(killAt).toBeGreaterThan(5);
  });
});

/** What each op of a plan is, seen from outside; `null`: no store of ours takes it. A new kind does not compile without a line here. */
const CALL_OF: Readonly<Record<`${Op['kind']} ${Side}`, string | null>> = {
  'create wix': 'wix.createReviews', 'create store': 'store.createReviews',
  'update wix': 'wix.updateReview', 'update store': 'store.updateReview',
  'moderate wix': 'wix.moderate', 'moderate store': 'store.setStatus',
  'reply wix': 'wix.setReply', 'reply store': 'store.setReply',
  'delete wix': 'wix.deleteReview', 'delete store': 'store.trashReview',
};

const RUNS: Readonly<Record<RunKind, true>> = { backfill: true, sweep: true, rollback: true, removal: true };

/** Methods that change nothing; a port's other methods are all writes. */
const READS = /^(get|list|newest|find|count|contactsBy|reviewsOf$|filesById$|productsById$|searchFiles$|check$|subscription$|capabilities$)/;

/** The world itself goes in through these with every event, hint and tick; a look at a preview changes nothing. */
const ALWAYS_USED = ['drain', 'tickBackfill', 'receiveHint', 'followHint', 'currentPreview'];

describe('nothing the app does is left out', () => {
  /** A port may be made of several. */
  const methodsOf = (port: object): string[] => Object.entries(port).flatMap(([name, value]) => (name === 'files' ? Object.keys(value as object) : [name]));
  const writesOf = (far: string, port: object): string[] => methodsOf(port).filter((name) => !READS.test(name)).map((name) => `${far}.${name}`);

  it('no op of a plan', () => {
    expect(Object.values(CALL_OF).filter((call) => call !== null && !seen.calls.has(call))).toEqual([]);
  });

  it('no call that changes something on Wix, in the store or in our rows', async () => {
    const { wix, rows, store } = await new Desk(true).readySession();
    const writes = [...writesOf('wix', wix), ...writesOf('store', store), ...writesOf('rows', rows)];
    expect(writes.length).toBeGreaterThan(15);
    expect(writes.filter((call) => !seen.calls.has(call))).toEqual([]);
  });

  it('no field in either direction', () => {
    const all = SIDES.flatMap((side) => FIELDS.map((field) => `${side}.${field}`));
    expect(all.filter((one) => !seen.written.has(one))).toEqual([]);
  });

  it('no entrance of the engine, and no kind of run', () => {
    expect(Object.keys(SYNC_ENGINE).filter((name) => !seen.used.has(name) && !ALWAYS_USED.includes(name))).toEqual([]);
    expect(Object.keys(RUNS).filter((kind) => !seen.runs.has(kind))).toEqual([]);
  });
});
