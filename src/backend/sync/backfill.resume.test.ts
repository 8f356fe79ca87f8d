import { describe, expect, it } from 'vitest';
import { INSTANCE } from '../../../sim/world/world';
import { TestSite } from '../../../test/support/test-site';
import { tickBackfill } from './backfill';
import { CallBudget } from './call-budget';
import { drain } from './drain';
import { startBackfill } from './run';
import type { SessionOpener } from './session';
import type { RunRow } from './tables';

/** Reviews that keep every phase busy: to match, to create on either side, with a new contact, and to be kept. */
async function begun(): Promise<TestSite> {
  const site = new TestSite();
  for (let person = 2; person <= 5; person += 1) site.addPerson(person, { contact: person !== 4 });
  site.writeOnWix('On both sides');
  site.writeInStore('On both sides');
  site.writeOnWix('On Wix only', { person: 2 });
  site.writeInStore('In the store only', { person: 3 });
  site.writeInStore('By somebody new', { person: 4 });
  site.writeInStore('First of two', { person: 5 });
  site.writeInStore('Second of two', { person: 5 });
  await site.run(startBackfill);
  site.calls.length = 0;
  return site;
}

function theRun(site: TestSite): RunRow {
  const [run] = site.runs();
  if (run === undefined) throw new Error('Expected a run');
  return run;
}

async function tickAndDrain(opener: SessionOpener): Promise<void> {
  const session = await opener.openSync(opener.openSite(INSTANCE, new CallBudget(17)));
  await tickBackfill(session);
  if (session.budget.has(2)) await drain(session);
}

/** Ticks with a pause longer than any lease between them, so that what died is taken up again. */
async function finish(site: TestSite, most = 30): Promise<void> {
  for (let tick = 0; tick < most; tick += 1) {
    if (theRun(site).state === 'done' && site.links().every(({ dueAtMs }) => dueAtMs === null)) return;
    site.passMs(31_000);
    await site.runEntrance(tickAndDrain).catch((error: unknown) => {
      if (!(error instanceof Error && error.name === 'SyncError')) throw error;
    });
  }
  throw new Error(`Not done after ${most} ticks`);
}

/** What a merchant would see of it, ids and times aside. */
function outcome(site: TestSite) {
  const words = (all: readonly { readonly fields: { readonly body: string } }[]) => all.map(({ fields }) => fields.body).sort();
  return {
    onWix: words(site.onWix()),
    inStore: words(site.inStore()),
    links: site.links().map(({ state, code, wixReviewId, storeReviewId }) => `${state} ${code ?? '-'} ${wixReviewId === null ? '' : 'w'}${storeReviewId === null ? '' : 's'}`).sort(),
    contacts: site.world.shops.contacts.size,
    met: [theRun(site).wixDone, theRun(site).storeDone],
  };
}

const WHOLE = {
  onWix: ['By somebody new', 'First of two', 'In the store only', 'On Wix only', 'On both sides'],
  inStore: ['By somebody new', 'First of two', 'In the store only', 'On Wix only', 'On both sides', 'Second of two'],
  links: ['in-step - ws', 'in-step - ws', 'in-step - ws', 'in-step - ws', 'in-step - ws', 'skipped CONTACT_HAS_REVIEW s'],
  contacts: 5,
  met: [2, 5],
};

it('without a fault ends like this', async () => {
  const site = await begun();
  await finish(site);
  expect(outcome(site)).toEqual(WHOLE);
});

describe('a run whose tick is killed', () => {
  // Every call is two steps: the process may die before the call took effect, and before its answer was read.
  it.each([1, 2, 3])('at any step of tick %i ends the same as one that was not', async (tick) => {
    let step = 0;
    for (let died = true; died; ) {
      step += 1;
      const site = await begun();
      for (let whole = 1; whole < tick; whole += 1) await site.runEntrance(tickAndDrain);
      died = await site.runEntrance(() => tickAndDrain(site.world.opener(step))).then(() => false, (error: unknown) => {
        if (error instanceof Error && error.name === 'Crash') return true;
        throw error;
      });
      await finish(site);
      expect({ step, ...outcome(site) }).toEqual({ step, ...WHOLE });
    }
    expect(step).toBeGreaterThan(10);
  });

  it('ever again, each time a step later, still comes to its end', async () => {
    const site = await begun();
    for (let step = 1; step <= 34; step += 1) {
      await site.runEntrance(() => tickAndDrain(site.world.opener(step))).catch((error: unknown) => expect(error).toMatchObject({ name: 'Crash' }));
      site.passMs(31_000);
    }
    await finish(site);
    // A page walked again also meets what the run itself had made by then.
    expect({ ...outcome(site), met: WHOLE.met }).toEqual(WHOLE);
  });
});

describe('a run one of whose calls fails', () => {
  it.each(['before', 'after', 'throttled'] as const)('(%s), whichever it is, ends the same as one without', async (how) => {
    const quiet = await begun();
    await finish(quiet);
    const names = [...new Set(quiet.calls)].filter((call) => call !== 'rows.get');
    for (const call of names) {
      for (let nth = 1; nth <= quiet.calls.filter((one) => one === call).length; nth += 1) {
        const site = await begun();
        site.fail({ call, how, nth });
        await finish(site);
        expect({ call, nth, ...outcome(site) }).toEqual({ call, nth, ...WHOLE });
      }
    }
    expect(names.length).toBeGreaterThan(10);
  });

  it.each(['wix.createReviews', 'store.createReviews'])('with one item of %s refused settles the others, and that one when it is due', async (call) => {
    const site = await begun();
    site.fail({ call, how: 'partial' });
    const refused: string[] = [];
    for (let tick = 0; tick < 12 && theRun(site).state !== 'done'; tick += 1) {
      await site.run(tickBackfill);
      refused.push(...site.links().flatMap(({ code, dueAtMs }) => (code?.endsWith('SERVER_ERROR') === true && dueAtMs !== null ? [code] : [])));
      site.passMs(1_000);
    }
    expect(refused).toContain(call.startsWith('wix') ? 'WIX_SERVER_ERROR' : 'STORE_SERVER_ERROR');
    await finish(site);
    expect(outcome(site)).toEqual(WHOLE);
  });
});

it('a run whose calls are spent at any point of a tick ends the same', async () => {
  for (let calls = 9; calls <= 17; calls += 1) {
    const site = await begun();
    for (let tick = 0; tick < 3; tick += 1) await site.run(tickBackfill, { calls }).catch((error: unknown) => expect(error).toMatchObject({ name: 'SyncError' }));
    site.passMs(31_000);
    await finish(site);
    expect({ calls, ...outcome(site) }).toEqual({ calls, ...WHOLE });
  }
});
