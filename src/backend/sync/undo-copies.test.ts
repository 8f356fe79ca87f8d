import { describe, expect, it } from 'vitest';
import { TestSite } from '../../../test/support/test-site';
import { tickBackfill } from './backfill';
import { drain } from './drain';
import { receiveWixEvent } from './receive-wix-event';
import { startBackfill, startRollback, startSweep } from './run';
import { undoCopies } from './undo-copies';

/** Ticks and drains until no run is under way. */
async function finish(site: TestSite): Promise<void> {
  for (let tick = 0; tick < 60; tick += 1) {
    await site.run(async (session) => {
      await tickBackfill(session);
      if (session.budget.has(2)) await drain(session);
    });
    site.passMs(1_000);
    if (site.runs().every(({ state }) => state === 'done' || state === 'held')) return;
  }
  throw new Error('Expected the run to end within 60 ticks');
}

/** One review on each side that the first walk copied, and one pair that both shops had before. */
async function copiedBothWays(): Promise<{ site: TestSite; runAtMs: number }> {
  const site = new TestSite();
  for (const person of [2, 3]) site.addPerson(person);
  site.writeOnWix('Only on Wix');
  site.writeInStore('Only in the store', { person: 2 });
  site.writeOnWix('In both', { person: 3 });
  site.writeInStore('In both', { person: 3 });
  const { startedAtMs } = await site.run(startBackfill);
  await finish(site);
  expect([site.onWix().length, site.inStore().length]).toEqual([3, 3]);
  return { site, runAtMs: startedAtMs };
}

const bodies = (site: TestSite): [string[], string[]] => [site.onWix().map(({ fields }) => fields.body).sort(), site.inStore().map(({ fields }) => fields.body).sort()];
const BEFORE: [string[], string[]] = [['In both', 'Only on Wix'], ['In both', 'Only in the store']];

/** Everything Wix and the store tell of the copies that went. */
async function tellOfAll(site: TestSite, gone: readonly ReturnType<TestSite['writeOnWix']>[]): Promise<void> {
  for (const record of gone) {
    const event = site.event(record, { kind: 'deleted' });
    await site.runEntrance((opener) => receiveWixEvent(event, opener));
  }
  site.passMs(60_000);
  await site.run((session) => drain(session));
}

describe('rolling a run back', () => {
  it('leaves both shops as they were before it: copies go, originals and matched pairs stay', async () => {
    const { site, runAtMs } = await copiedBothWays();
    await site.run((session) => startRollback(session, runAtMs));
    await finish(site);
    expect(bodies(site)).toEqual(BEFORE);
    expect(site.links().map(({ state, code }) => `${state} ${code ?? '-'}`).sort()).toEqual(['in-step -', 'skipped ROLLED_BACK', 'skipped ROLLED_BACK']);
    expect(site.runs().find(({ kind }) => kind === 'rollback')).toMatchObject({ state: 'done', undone: 2, wixTotal: 2 });
  });

  it('does not take the deletion of a copy for the deletion of its original', async () => {
    const { site, runAtMs } = await copiedBothWays();
    const copies = site.onWix();
    await site.run((session) => startRollback(session, runAtMs));
    await finish(site);
    await tellOfAll(site, copies.filter(({ id }) => !site.onWix().some((one) => one.id === id)));
    expect(bodies(site)).toEqual(BEFORE);
  });

  it('keeps the original on its row when the deletion was heard of before it could be noted', async () => {
    const { site, runAtMs } = await copiedBothWays();
    const copies = site.onWix();
    await site.run((session) => startRollback(session, runAtMs));
    site.fail({ call: 'wix.deleteReview', how: 'crash-after' });
    await site.run((session) => tickBackfill(session)).catch(() => undefined);
    site.passMs(60_000);
    await tellOfAll(site, copies.filter(({ id }) => !site.onWix().some((one) => one.id === id)));
    await finish(site);
    expect(bodies(site)).toEqual(BEFORE);
    const [original] = site.inStore().filter(({ fields }) => fields.body === 'Only in the store');
    expect(site.links().filter(({ storeReviewId }) => storeReviewId === original?.id)).toMatchObject([{ state: 'skipped', code: 'ROLLED_BACK' }]);
  });

  it('keeps the copies from coming back by themselves: not by a sweep, not when the original is edited', async () => {
    const { site, runAtMs } = await copiedBothWays();
    await site.run((session) => startRollback(session, runAtMs));
    await finish(site);
    await site.run(startSweep);
    await finish(site);
    const original = site.onWix().find(({ fields }) => fields.body === 'Only on Wix') ?? expect.fail('Expected the original');
    const edited = site.world.shops.changeOnWix(original.id, { body: 'Only on Wix, edited' }, false) ?? original;
    const event = site.event(edited);
    await site.runEntrance((opener) => receiveWixEvent(event, opener));
    // The look at the edit must not take the reason away, or the next look would copy.
    expect(site.links().filter(({ wixReviewId }) => wixReviewId === original.id)).toMatchObject([{ state: 'skipped', code: 'ROLLED_BACK' }]);
    expect(site.inStore()).toHaveLength(2);
    expect(site.onWix()).toHaveLength(2);
  });

  it('is undone by the next backfill its owner starts', async () => {
    const { site, runAtMs } = await copiedBothWays();
    await site.run((session) => startRollback(session, runAtMs));
    await finish(site);
    await site.run(startBackfill);
    await finish(site);
    expect([site.onWix().length, site.inStore().length]).toEqual([3, 3]);
    expect(site.links().map(({ state }) => state)).toEqual(['in-step', 'in-step', 'in-step']);
  });

  it('leaves what was copied live, and by other runs', async () => {
    const { site, runAtMs } = await copiedBothWays();
    site.addPerson(4);
    const live = site.event(site.writeOnWix('Written since', { person: 4 }));
    await site.runEntrance((opener) => receiveWixEvent(live, opener));
    await site.run((session) => startRollback(session, runAtMs));
    await finish(site);
    expect(site.inStore().map(({ fields }) => fields.body)).toContain('Written since');
  });
});

describe('a rollback that dies', () => {
  const calls = ['rows.find', 'rows.patchMany', 'rows.getMany', 'wix.deleteReview', 'store.trashReview'];
  const deaths = calls.flatMap((call) => (['crash-before', 'crash-after'] as const).map((how) => ({ how, call, nth: 1 })));

  it.each([...deaths, { how: 'crash-after' as const, call: 'rows.patchMany', nth: 2 }])('$how $call ($nth) loses no original, whatever is told meanwhile, and ends the same when it goes on', async ({ how, call, nth }) => {
    const { site, runAtMs } = await copiedBothWays();
    const copies = site.onWix();
    await site.run((session) => startRollback(session, runAtMs));
    site.fail({ call, how, nth });
    await expect(site.run((session) => undoCopies(session, { kind: 'rollback', undoes: runAtMs }, 1))).rejects.toThrow();
    await tellOfAll(site, copies.filter(({ id }) => !site.onWix().some((one) => one.id === id)));
    expect(bodies(site)[0]).toEqual(expect.arrayContaining(BEFORE[0]));
    expect(bodies(site)[1]).toEqual(expect.arrayContaining(BEFORE[1]));
    await finish(site);
    expect(bodies(site)).toEqual(BEFORE);
  });
});

describe('one step of a rollback', () => {
  it('takes as many copies back as there are calls for, and records them', async () => {
    const { site, runAtMs } = await copiedBothWays();
    site.calls.length = 0;
    expect(await site.run((session) => undoCopies(session, { kind: 'rollback', undoes: runAtMs }, 1), { calls: 7 })).toMatchObject({ kind: 'next', done: 1 });
    expect(site.calls).toHaveLength(6);
    expect(site.links().filter(({ code }) => code === 'ROLLED_BACK')).toHaveLength(1);
  });

  it('waits for calls when there are none to take even one back', async () => {
    const { site, runAtMs } = await copiedBothWays();
    expect(await site.run((session) => undoCopies(session, { kind: 'rollback', undoes: runAtMs }, 1), { calls: 6 })).toEqual({ kind: 'stay', done: 0 });
    expect(site.links().every(({ code }) => code === null)).toBe(true);
  });

  it('waits for whoever is at a copy', async () => {
    const { site, runAtMs } = await copiedBothWays();
    for (const link of site.links()) site.put('links', { ...link, leaseUntilMs: site.nowMs + 5_000 });
    expect(await site.run((session) => undoCopies(session, { kind: 'rollback', undoes: runAtMs }, 1))).toEqual({ kind: 'stay', done: 0 });
  });

  it('counts a copy that somebody deleted since as taken back', async () => {
    const { site, runAtMs } = await copiedBothWays();
    for (const link of site.links()) site.put('links', { ...link, state: 'gone' });
    expect(await site.run((session) => undoCopies(session, { kind: 'rollback', undoes: runAtMs }, 1))).toMatchObject({ done: 2 });
    expect(site.writes().filter((call) => /delete|trash/u.test(call))).toEqual([]);
  });

  it('records what went before the one that failed', async () => {
    const { site, runAtMs } = await copiedBothWays();
    const second = site.links().filter((link) => link.runAtMs === runAtMs)[1]?.outcome === 'created-on-wix' ? 'wix.deleteReview' : 'store.trashReview';
    site.fail({ call: second, how: 'before' });
    await expect(site.run((session) => undoCopies(session, { kind: 'rollback', undoes: runAtMs }, 1))).rejects.toThrow('SERVER_ERROR');
    expect(site.links().filter(({ runAtMs: run }) => run === runAtMs)).toHaveLength(1);
  });
});

describe('pictures of copies that are taken back', () => {
  async function withPictures(count: number): Promise<{ site: TestSite; runAtMs: number }> {
    const site = new TestSite();
    for (let person = 2; person < 2 + count; person += 1) {
      site.addPerson(person);
      site.writeInStore(`From the store ${String(person)}`, { person }).media = [{ kind: 'image', url: `https://shop.example/${String(person)}.jpg` }];
    }
    const { startedAtMs } = await site.run(startBackfill);
    await finish(site);
    for (let look = 0; look < 4 * count; look += 1) {
      site.world.shops.files.finish();
      site.passMs(120_000);
      await site.run(drain);
    }
    expect(site.onWix().map(({ media = [] }) => media.length)).toEqual(Array.from({ length: count }, () => 1));
    return { site, runAtMs: startedAtMs };
  }

  it('go with them: no file and no row is left, and none comes back', async () => {
    const { site, runAtMs } = await withPictures(7);
    await site.run((session) => startRollback(session, runAtMs));
    await finish(site);
    site.passMs(120_000);
    await site.run(drain);
    expect([site.onWix().length, site.world.shops.files.all.size, site.world.rows.all('pictures').length]).toEqual([0, 0, 0]);
    expect(site.inStore()).toHaveLength(7);
  });

  it('of a copy that stays, stay', async () => {
    const { site } = await withPictures(1);
    expect(await site.run((session) => undoCopies(session, { kind: 'rollback', undoes: 1 }, 0))).toMatchObject({ done: 0 });
    expect(site.world.shops.files.all.size).toBe(1);
  });
});
