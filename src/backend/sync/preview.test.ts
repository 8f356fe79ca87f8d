import { describe, expect, it } from 'vitest';
import { TestSite } from '../../../test/support/test-site';
import { SyncError } from '../../core/sync-error';
import { tickBackfill } from './backfill';
import { drain } from './drain';
import { mixedSite as mixed } from '../../../test/support/mixed-site';
import { cancelPreview, currentPreview, startPreview, tickPreview } from './preview';
import type { PreviewRunRow } from './preview-row';
import { startBackfill } from './run';
import type { LinkRow } from './tables';

/** What a dashboard call leaves for the engine. */
const TICK_CALLS = 15;

/** What a walk can meet, and two that it leaves alone. */
function mixedSite(): TestSite {
  const site = mixed();
  site.addPerson(8);
  site.addPerson(9, { contact: false });
  site.writeOnWix('Not published', { person: 8, status: 'pending' });
  site.writeInStore('Without stars', { person: 9, rating: null });
  return site;
}

async function walk(site: TestSite): Promise<void> {
  await site.run(startBackfill);
  for (let ticks = 0; site.runs()[0]?.state !== 'done'; ticks += 1) {
    if (ticks === 60) throw new Error('Expected the run to end');
    await site.run(async (session) => {
      await tickBackfill(session);
      if (session.budget.has(2)) await drain(session);
    });
    site.passMs(1_000);
  }
}

async function look(site: TestSite): Promise<PreviewRunRow> {
  await site.run(startPreview, { calls: TICK_CALLS });
  return carryOn(site);
}

async function carryOn(site: TestSite, most = 60): Promise<PreviewRunRow> {
  for (let ticks = 0; ticks < most; ticks += 1) {
    const preview = await site.run(tickPreview, { calls: TICK_CALLS });
    if (preview?.state === 'done') return preview;
    site.passMs(1_000);
  }
  throw new Error(`Expected the preview to end within ${most} ticks`);
}

const imagined = (site: TestSite): readonly LinkRow[] => site.world.rows.all('previewLinks');

/** How many reviews met which fate, by whichever rows. */
function fates(links: readonly LinkRow[]): Readonly<Record<string, number>> {
  const fateOf = ({ state, code, outcome }: LinkRow): string => `${state}/${code ?? outcome ?? 'as before'}`;
  const counts: Record<string, number> = {};
  for (const link of links) counts[fateOf(link)] = (counts[fateOf(link)] ?? 0) + 1;
  return counts;
}

/** Everything but what the preview keeps for itself. */
function everythingElse(site: TestSite): unknown {
  const { rows } = site.world;
  const tables = ['connections', 'products', 'authors', 'links', 'conflicts', 'hints', 'runs', 'attention', 'alerts'] as const;
  return structuredClone({ wix: site.onWix(), store: site.inStore(), people: site.world.people, rows: tables.map((table) => rows.all(table)) });
}

describe('a preview', () => {
  it('foretells for every kind of review exactly what a run then does', async () => {
    const site = mixedSite();
    await look(site);
    const foretold = fates(imagined(site));
    await walk(site);
    expect(foretold).toEqual(fates(site.links()));
    expect(foretold).toMatchObject({ 'in-step/matched': 1, 'in-step/created-on-wix': 2, 'in-step/created-in-store': 1, 'skipped/CONTACT_HAS_REVIEW': 3, 'skipped/AUTHOR_NO_EMAIL': 2 });
  });

  it('names the same rows as the run, but for people who are nobody’s contact yet', async () => {
    const site = mixedSite();
    const { contacts } = await look(site);
    const named = new Set<string>(imagined(site).map(({ _id }) => _id));
    await walk(site);
    expect(named.size).toBe(site.links().length);
    expect(site.links().filter(({ _id }) => !named.has(_id))).toHaveLength(contacts);
  });

  it('changes nothing: no review, no contact, and no row that other work reads', async () => {
    const site = mixedSite();
    const before = everythingElse(site);
    await look(site);
    expect(site.writes()).toEqual([]);
    expect(site.calls.filter((call) => call.includes('createContact'))).toEqual([]);
    expect(everythingElse(site)).toEqual(before);
  });

  it('counts the contacts that the run then makes', async () => {
    const site = mixedSite();
    const { contacts } = await look(site);
    await walk(site);
    expect(contacts).toBe(site.calls.filter((call) => call === 'wix.createContact').length);
    expect(contacts).toBeGreaterThan(0);
  });

  it('says how many calls it takes, within a quarter of what the run then needs', async () => {
    const site = mixedSite();
    const { calls } = await look(site);
    site.calls.length = 0;
    await walk(site);
    expect(calls).toBeGreaterThan(site.calls.length * 0.5);
    expect(calls).toBeLessThan(site.calls.length * 1.25);
  });

  it('never tells a walk that waits for it, or the other way round', async () => {
    const site = mixedSite();
    await site.run(startPreview, { calls: TICK_CALLS });
    expect(site.runs()).toEqual([]);
    expect(site.connection().walking).toBe(false);
    await walk(site);
    expect((await site.run(currentPreview))?.state).toBe('paused');
  });
});

describe('many reviews', () => {
  function crowd(people: number): TestSite {
    const site = new TestSite();
    for (let person = 2; person <= people; person += 1) {
      site.addPerson(person, { contact: person % 2 === 0 });
      if (person % 2 === 0) site.writeOnWix(`Wix ${person}`, { person });
      else site.writeInStore(`Store ${person}`, { person });
    }
    return site;
  }

  it('are gone through in ticks that each keep to a dashboard call’s budget, and end', async () => {
    const site = crowd(330);
    await look(site);
    const foretold = fates(imagined(site));
    expect(foretold).toEqual({ 'in-step/created-in-store': 165, 'in-step/created-on-wix': 164 });
    expect(site.writes()).toEqual([]);
  });

  it('go on where a tick was killed, and come to the same', async () => {
    const site = crowd(230);
    await site.run(startPreview, { calls: TICK_CALLS });
    const deaths = ['rows.insertMany', 'rows.patchMany', 'rows.saveMany', 'rows.patch', 'store.listReviews', 'wix.listReviews'];
    for (const call of deaths.flatMap((name) => [name, name])) {
      site.fail({ call, how: deaths.indexOf(call) % 2 === 0 ? 'crash-after' : 'crash-before' });
      await site.run(tickPreview, { calls: TICK_CALLS }).catch(() => undefined);
      site.passMs(40_000);
    }
    for (let ticks = 0; ticks < 40; ticks += 1) {
      if ((await site.run(tickPreview, { calls: TICK_CALLS }))?.state === 'done') break;
      site.passMs(40_000);
    }
    expect(fates(imagined(site))).toEqual({ 'in-step/created-in-store': 115, 'in-step/created-on-wix': 114 });
  });
});

describe('a preview of shops that are in step already', () => {
  it('finds nothing to do', async () => {
    const site = mixedSite();
    await walk(site);
    const writes = site.writes().length;
    await look(site);
    const foretold = fates(imagined(site));
    expect(Object.keys(foretold).filter((fate) => fate.includes('/created') || fate.endsWith('/matched'))).toEqual([]);
    expect(foretold['in-step/as before']).toBe(4);
    expect(site.writes()).toHaveLength(writes);
  });

  it('tells only what is new since, and what came of earlier runs', async () => {
    const site = mixedSite();
    await walk(site);
    site.addPerson(10, { contact: false });
    site.writeInStore('New since', { person: 10 });
    const { before, contacts } = await look(site);
    expect(before).toEqual({ matched: 1, 'created-on-wix': 2, 'created-in-store': 1 });
    expect(contacts).toBe(1);
    expect(fates(imagined(site))['in-step/created-on-wix']).toBe(1);
  });

  it('marks a pair whose text was changed in one shop, and changes neither', async () => {
    const site = new TestSite();
    const written = site.writeInStore('As it was');
    await walk(site);
    site.world.shops.store.set(written.id, { ...written, fields: { ...written.fields, body: 'Changed by a person' } });
    const writes = site.writes().length;
    await look(site);
    expect(imagined(site).map(({ dueAtMs }) => dueAtMs === null)).toEqual([false]);
    expect(site.writes()).toHaveLength(writes);
  });

  it('gets past a review that was written anew on Wix', async () => {
    const site = new TestSite();
    const first = site.writeOnWix('The first');
    await walk(site);
    site.world.shops.wix.delete(first.id);
    site.writeOnWix('The second');
    await look(site);
    expect(imagined(site)).toHaveLength(1);
  });
});

describe('a preview that is made again', () => {
  it('forgets the one before', async () => {
    const site = mixedSite();
    await look(site);
    site.world.shops.store.clear();
    await look(site);
    expect(imagined(site).some(({ storeReviewId, birth }) => birth === 'store' && storeReviewId !== null)).toBe(false);
  });

  it('counts its calls anew', async () => {
    const site = mixedSite();
    const first = await look(site);
    const second = await look(site);
    expect(second.calls).toBe(first.calls);
  });

  it('stops when it is cancelled, and stays so', async () => {
    const site = mixedSite();
    await site.run(startPreview, { calls: TICK_CALLS });
    await site.run(cancelPreview);
    expect((await site.run(tickPreview, { calls: TICK_CALLS }))?.state).toBe('cancelled');
    expect(imagined(site)).toEqual([]);
  });

  it('is nothing where none was begun', async () => {
    const site = mixedSite();
    expect(await site.run(tickPreview, { calls: TICK_CALLS })).toBeNull();
    expect(await site.run(cancelPreview)).toBeNull();
  });

  it('keeps how far it came when a shop does not answer, and goes on', async () => {
    const site = mixedSite();
    await site.run(startPreview, { calls: TICK_CALLS });
    await site.run(tickPreview, { calls: TICK_CALLS });
    const silent = (): Promise<never> => Promise.reject(new SyncError('STORE_TIMEOUT'));
    await expect(site.run((session) => tickPreview({ ...session, store: { ...session.store, listReviews: silent }, wix: { ...session.wix, listReviews: silent } }), { calls: TICK_CALLS })).rejects.toThrow('STORE_TIMEOUT');
    expect(await site.run(currentPreview)).toMatchObject({ state: 'running', code: 'STORE_TIMEOUT' });
    expect((await carryOn(site)).state).toBe('done');
    expect(fates(imagined(site))['in-step/created-on-wix']).toBe(2);
  });
});
