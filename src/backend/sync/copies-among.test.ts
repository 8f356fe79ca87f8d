import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TestSite } from '../../../test/support/test-site';
import { tickBackfill } from './backfill';
import { drain } from './drain';
import { followHint } from './follow-hint';
import { receiveHint } from './receive-hint';
import { receiveWixEvent } from './receive-wix-event';
import { startBackfill, startRemoval, startRollback, startSweep } from './run';
import { brandId, type StoreProductId } from '../../core/ids';

/** Of a call of the dashboard, as an open page makes them. */
const TICK_CALLS = 15;
const MANY = 1_000;

/** Ticks and drains until no run is under way; how many ticks that took. */
async function finish(site: TestSite): Promise<number> {
  for (let tick = 1; tick <= 120; tick += 1) {
    await site.run(async (session) => {
      await tickBackfill(session);
      if (session.budget.has(2)) await drain(session);
    }, { calls: TICK_CALLS });
    site.passMs(1_000);
    if (site.runs().every(({ state }) => state === 'done' || state === 'held')) return tick;
  }
  throw new Error('Expected the run to end within 120 ticks');
}

const bodies = (site: TestSite): [string[], string[]] => [site.onWix().map(({ fields }) => fields.body).sort(), site.inStore().map(({ fields }) => fields.body).sort()];

/** A pair that both shops had, a copy each way made by two runs, and a copy each way made live. */
async function wellUsed(): Promise<TestSite> {
  const site = new TestSite();
  for (const person of [2, 3, 4, 5, 6, 7]) site.addPerson(person);
  site.writeOnWix('Walked to the store', { person: 2 });
  site.writeOnWix('In both', { person: 3 });
  site.writeInStore('In both', { person: 3 });
  await site.run(startBackfill);
  await finish(site);
  site.writeInStore('Walked to Wix', { person: 4 });
  await site.run(startBackfill);
  await finish(site);
  const live = site.event(site.writeOnWix('Live to the store', { person: 5 }));
  await site.runEntrance((opener) => receiveWixEvent(live, opener));
  site.writeInStore('Live to Wix', { person: 6 });
  await site.run(async (session) => followHint(session, await receiveHint(session, brandId<StoreProductId>('sp1'))));
  expect([site.onWix().length, site.inStore().length]).toEqual([5, 5]);
  return site;
}

const ORIGINALS: [string[], string[]] = [['In both', 'Live to the store', 'Walked to the store'], ['In both', 'Live to Wix', 'Walked to Wix']];
const copiesOf = (site: TestSite): number => site.links().filter(({ outcome, state }) => state !== 'gone' && outcome !== 'matched' && outcome !== null).length;

describe('removing every copy', () => {
  it('takes back what runs and events have copied, and leaves each original and each pair that both shops had', async () => {
    const site = await wellUsed();
    await site.run((session) => startRemoval(session, 4));
    await finish(site);
    expect(bodies(site)).toEqual(ORIGINALS);
    expect(site.runs().find(({ kind }) => kind === 'removal')).toMatchObject({ state: 'done', undone: 4, wixTotal: 4 });
    expect(copiesOf(site)).toBe(0);
  });

  it('takes more than a rollback of the last run, which leaves the others', async () => {
    const site = await wellUsed();
    const last = Math.max(...site.runs().map(({ startedAtMs }) => startedAtMs));
    await site.run((session) => startRollback(session, last));
    await finish(site);
    expect(copiesOf(site)).toBe(3);
  });

  it('begins only with as many copies as its owner was shown: one more since, and nothing goes', async () => {
    const site = await wellUsed();
    const before = bodies(site);
    await expect(site.run((session) => startRemoval(session, 3))).rejects.toThrow('4 copies by now');
    await finish(site);
    expect(bodies(site)).toEqual(before);
    expect(site.runs().some(({ kind }) => kind === 'removal')).toBe(false);
  });

  it('has nothing to begin with when no copy stands', async () => {
    await expect(new TestSite().run((session) => startRemoval(session, MANY))).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });

  it('goes on over as many invocations as it takes, none of which spends more than a dashboard call has', async () => {
    const site = new TestSite();
    for (let person = 2; person <= 41; person += 1) {
      site.addPerson(person);
      site.writeOnWix(`Review ${String(person)}`, { person });
    }
    await site.run(startBackfill);
    await finish(site);
    expect(site.inStore()).toHaveLength(40);
    await site.run((session) => startRemoval(session, 40));
    // A budget refuses the call it has no room for, so that ending at all means that each tick kept to it.
    const ticks = await finish(site);
    expect(ticks).toBeGreaterThanOrEqual(4);
    expect([site.onWix().length, site.inStore().length]).toEqual([40, 0]);
  });

  it.each(['rows.find', 'rows.patchMany', 'rows.getMany', 'wix.deleteReview', 'store.trashReview'].flatMap((call) => [[call, 'crash-before'], [call, 'crash-after']] as const))('that dies at %s (%s) goes on where it was, and no original is lost', async (call, how) => {
    const site = await wellUsed();
    await site.run((session) => startRemoval(session, 4));
    site.fail({ call, how, nth: 1 });
    await site.run((session) => tickBackfill(session), { calls: TICK_CALLS }).catch(() => undefined);
    site.passMs(60_000);
    await finish(site);
    expect(bodies(site)).toEqual(ORIGINALS);
  });
});

describe('after every copy was removed', () => {
  it('what is told of their deletion is not followed: the originals stay, and no breaker trips', async () => {
    const site = await wellUsed();
    const copies = site.onWix();
    await site.run((session) => startRemoval(session, 4));
    await finish(site);
    for (const record of copies.filter(({ id }) => !site.onWix().some((one) => one.id === id))) {
      const event = site.event(record, { kind: 'deleted' });
      await site.runEntrance((opener) => receiveWixEvent(event, opener));
    }
    site.passMs(60_000);
    await site.run(startSweep);
    await finish(site);
    expect(bodies(site)).toEqual(ORIGINALS);
    expect(site.runs().map(({ state }) => state)).not.toContain('held');
  });

  it('its owner’s next start copies them again', async () => {
    const site = await wellUsed();
    await site.run((session) => startRemoval(session, 4));
    await finish(site);
    await site.run(startBackfill);
    await finish(site);
    expect([site.onWix().length, site.inStore().length]).toEqual([5, 5]);
  });
});

it('whatever two shops held, they hold the same after a walk and a removal as before', async () => {
  const writing = fc.record({ person: fc.integer({ min: 2, max: 9 }), side: fc.constantFrom('wix', 'store'), body: fc.constantFrom('Good', 'Bad', 'It fits'), status: fc.constantFrom('published', 'pending', 'hidden') });
  await fc.assert(fc.asyncProperty(fc.array(writing, { maxLength: 14 }), async (writings) => {
    const site = new TestSite();
    for (let person = 2; person <= 9; person += 1) site.addPerson(person, { contact: person % 2 === 0 });
    for (const { side, ...written } of writings) {
      try {
        if (side === 'wix') site.writeOnWix(written.body, written);
        else site.writeInStore(written.body, written);
      } catch {
        continue;
      }
    }
    const before = bodies(site);
    await site.run(startBackfill);
    await finish(site);
    if (copiesOf(site) === 0) return;
    await site.run((session) => startRemoval(session, MANY));
    await finish(site);
    expect(bodies(site)).toEqual(before);
  }), { numRuns: 40 });
});
