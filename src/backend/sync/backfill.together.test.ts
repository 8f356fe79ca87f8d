import { describe, expect, it } from 'vitest';
import { INSTANCE } from '../../../sim/world/world';
import { TestSite } from '../../../test/support/test-site';
import { tickBackfill } from './backfill';
import { CallBudget } from './call-budget';
import { drain } from './drain';
import { receiveWixEvent } from './receive-wix-event';
import { pauseRun, startBackfill } from './run';
import type { SessionOpener, SyncSession } from './session';
import type { RunRow } from './tables';

/** Two reviews on each side that the other lacks, and one that both have. */
function site(): TestSite {
  const made = new TestSite();
  for (let person = 2; person <= 6; person += 1) made.addPerson(person, { contact: person !== 5 });
  made.writeOnWix('Both');
  made.writeInStore('Both');
  made.writeOnWix('Wix 2', { person: 2 });
  made.writeOnWix('Wix 3', { person: 3 });
  made.writeInStore('Store 4', { person: 4 });
  made.writeInStore('Store 5', { person: 5 });
  return made;
}

const ALL = ['Both', 'Store 4', 'Store 5', 'Wix 2', 'Wix 3'];

function theRun({ world }: TestSite): RunRow {
  const [run] = world.rows.all('runs');
  if (run === undefined) throw new Error('Expected a run');
  return run;
}

async function tickAndDrain(opener: SessionOpener): Promise<RunRow | null> {
  const session = await opener.openSync(opener.openSite(INSTANCE, new CallBudget(17)));
  const run = await tickBackfill(session);
  if (session.budget.has(2)) await drain(session);
  return run;
}

async function finish(of: TestSite): Promise<void> {
  for (let tick = 0; tick < 20; tick += 1) {
    of.passMs(31_000);
    await of.runEntrance(tickAndDrain);
  }
  expect(theRun(of).state).toBe('done');
}

/** Every word on both sides exactly once, every pair in step, each review in one row. */
function expectWhole(of: TestSite, all: readonly string[] = ALL): void {
  expect(of.onWix().map(({ fields }) => fields.body).sort()).toEqual(all);
  expect(of.inStore().map(({ fields }) => fields.body).sort()).toEqual(all);
  expect(of.links().map(({ state, dueAtMs }) => [state, dueAtMs])).toEqual(all.map(() => ['in-step', null]));
}

/** One tick in which `happen` takes place right before the call of that number. Returns how many calls it made. */
async function tickWith(of: TestSite, nth: number, happen: () => Promise<unknown>): Promise<number> {
  let calls = 0;
  const counted = <Port extends object>(port: Port): Port =>
    new Proxy(port, {
      get(target, key) {
        const value: unknown = Reflect.get(target, key);
        if (typeof value !== 'function') return value;
        return async (...args: unknown[]) => {
          calls += 1;
          if (calls === nth) await happen();
          return Reflect.apply(value, target, args);
        };
      },
    });
  await of.run((session: SyncSession) => tickBackfill({ ...session, rows: counted(session.rows), wix: counted(session.wix), store: counted(session.store) }));
  return calls;
}

async function afterTicks(ticks: number): Promise<TestSite> {
  const of = site();
  await of.run(startBackfill);
  for (let tick = 0; tick < ticks; tick += 1) await of.runEntrance(tickAndDrain);
  return of;
}

/** Does `happen` at every call of every one of the first three ticks, each time to a site of its own, and walks to the end. */
async function everywhere(happen: (of: TestSite) => Promise<unknown>, check: (of: TestSite) => Promise<void> | void): Promise<void> {
  for (const before of [0, 1, 2]) {
    const calls = await tickWith(await afterTicks(before), 0, () => Promise.resolve());
    expect(calls).toBeGreaterThan(4);
    for (let nth = 1; nth <= calls; nth += 1) {
      const of = await afterTicks(before);
      await tickWith(of, nth, () => happen(of));
      await finish(of);
      await check(of);
    }
  }
}

describe('two ticks at once', () => {
  it('do not double anything, whichever call of the one the other comes in at', async () => {
    await everywhere((of) => tickAndDrain(of.world.opener()), (of) => {
      expectWhole(of);
      expect(theRun(of)).toMatchObject({ wixDone: 3, storeDone: 3 });
    });
  });

  it('that begin together share the run: one has it, the other waits', async () => {
    for (let chance = 0; chance < 10; chance += 1) {
      const of = site();
      await of.run(startBackfill);
      for (let roll = 0; roll < chance; roll += 1) of.world.random.next();
      const ticks = await of.runTogether(...[1, 2, 3].map(() => tickAndDrain));
      expect(ticks.filter((run) => run !== null).length).toBeLessThanOrEqual(2);
      await finish(of);
      expectWhole(of);
    }
  });

  it('go on although the first one\'s lease ran out under it', async () => {
    await everywhere((of) => (of.passMs(16_000), tickAndDrain(of.world.opener())), (of) => expectWhole(of));
  });
});

describe('while the walk goes on', () => {
  it('a review written on Wix is copied once, whichever call its event comes in at', async () => {
    await everywhere(
      (of) => receiveWixEvent(of.event(of.writeOnWix('New', { person: 6 })), of.world.opener()),
      (of) => expectWhole(of, ['Both', 'New', 'Store 4', 'Store 5', 'Wix 2', 'Wix 3']),
    );
  });

  it('a review whose event was lost is found by the next walk at the latest', async () => {
    await everywhere(
      (of) => Promise.resolve(of.writeOnWix('New', { person: 6 })),
      async (of) => {
        await of.run(startBackfill);
        await finish(of);
        expectWhole(of, ['Both', 'New', 'Store 4', 'Store 5', 'Wix 2', 'Wix 3']);
      },
    );
  });

  it('an old event of a review on the page makes no second copy', async () => {
    await everywhere(
      (of) => {
        const record = of.onWix().find(({ fields }) => fields.body === 'Wix 2');
        return record === undefined ? Promise.resolve() : receiveWixEvent(of.event(record), of.world.opener());
      },
      (of) => {
        expect(of.inStore().filter(({ fields }) => fields.body === 'Wix 2')).toHaveLength(1);
        expect(of.links()).toHaveLength(5);
      },
    );
  });

  it('a pause is kept wherever it comes, and resuming loses nothing', async () => {
    const calls = await tickWith(await afterTicks(0), 0, () => Promise.resolve());
    for (let nth = 1; nth <= calls; nth += 1) {
      const of = await afterTicks(0);
      await tickWith(of, nth, () => of.world.openSync().then(pauseRun));
      of.passMs(31_000);
      expect(theRun(of).state).toBe('paused');
      expect(await of.run(tickBackfill)).toBeNull();
      await of.run(startBackfill);
      await finish(of);
      expectWhole(of);
    }
  });
});

describe('no tick is for nothing', () => {
  /** How far the run is and what each row says: what a tick has to move unless somebody has to be waited for. */
  const standing = (of: TestSite): string => JSON.stringify([theRun(of).phase, theRun(of).cursor, theRun(of).wixDone, theRun(of).storeDone, theRun(of).pushDone, of.links(), of.world.shops.contacts.size]);

  async function expectEachTickToMove(of: TestSite, gapMs: number, calls: number): Promise<number> {
    let ticks = 0;
    while (theRun(of).state !== 'done') {
      expect(ticks += 1, 'ticks until the end').toBeLessThan(60);
      const before = standing(of);
      const waitsFor = [...of.links(), theRun(of)].filter(({ leaseUntilMs }) => leaseUntilMs > of.nowMs);
      // Ticks in turn drain first, and only what is left of such a one goes to the walk.
      for (let turn = 0; turn < 2; turn += 1) await of.run(tickBackfill, { calls });
      if (waitsFor.length === 0) expect(standing(of), `tick ${ticks}`).not.toBe(before);
      of.passMs(gapMs);
    }
    return ticks;
  }

  it.each([17, 15])('in an invocation of %i calls: it moves the run or a row, or a lease says for whom it waits', async (calls) => {
    const of = site();
    for (let person = 7; person <= 60; person += 1) {
      of.addPerson(person, { contact: person % 3 === 0 });
      of.writeInStore(`Store ${person}`, { person });
    }
    of.writeInStore('Another by one author', { person: 7 });
    await of.run(startBackfill);
    await expectEachTickToMove(of, 1_000, calls);
    expect(of.links()).toHaveLength(60);
    expect(of.onWix()).toHaveLength(59);
  });

  it('while somebody holds a row of the page: it looks once a tick, and waits no longer than the lease', async () => {
    const of = site();
    await of.run(startBackfill);
    await of.run(tickBackfill, { calls: 12 });
    of.put('links', ...of.links().map((link) => ({ ...link, leaseUntilMs: of.nowMs + 30_000 })));
    const freeAtMs = of.nowMs + 30_000;
    const { cursor, phase } = theRun(of);
    of.calls.length = 0;
    await of.run(tickBackfill);
    expect(of.calls.filter((call) => call === 'store.listReviews')).toHaveLength(1);
    expect(theRun(of)).toMatchObject({ cursor, phase, state: 'running', leaseUntilMs: 0, code: null });
    expect(of.writes()).not.toContain('wix.createReviews');
    of.passMs(freeAtMs - of.nowMs);
    await expectEachTickToMove(of, 1_000, 17);
    expectWhole(of);
  });
});
