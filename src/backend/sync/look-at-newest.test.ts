import { describe, expect, it } from 'vitest';
import { TestSite } from '../../../test/support/test-site';
import { SyncError } from '../../core/sync-error';
import { drain } from './drain';
import { lookAtNewestWhenDue, NEWEST_EVERY_MS } from './look-at-newest';
import type { SyncSession } from './session';
import type { ConnectionRow } from './tables';

/** A shop whose owner has started the sync, some time ago. */
function started(over: Partial<ConnectionRow> = {}): TestSite {
  const site = new TestSite();
  site.put('connections', { ...site.connection(), sweptAtMs: site.nowMs - NEWEST_EVERY_MS, ...over });
  return site;
}

const look = (site: TestSite, calls?: number) => site.run(lookAtNewestWhenDue, calls === undefined ? {} : { calls });

/** One tick: the look, and what it found. */
const tick = (site: TestSite) =>
  site.run(async (session) => {
    await lookAtNewestWhenDue(session);
    if (session.budget.has(2)) await drain(session);
  });

/** Both shops hold the same reviews, one per person. */
async function inStep(people: number): Promise<TestSite> {
  const site = started();
  for (let person = 1; person <= people; person += 1) {
    if (person > 1) site.addPerson(person);
    site.writeOnWix(`Text ${String(person)}`, { person });
    site.writeInStore(`Text ${String(person)}`, { person });
  }
  await rest(site);
  site.passMs(NEWEST_EVERY_MS);
  site.calls.length = 0;
  return site;
}

async function rest(site: TestSite): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) {
    await tick(site);
    site.passMs(1_000);
  }
}

describe('a review whose event was lost', () => {
  it('on Wix is in the store after the next look', async () => {
    const site = started();
    site.writeOnWix('Nobody told of me');
    await tick(site);
    expect(site.inStore()).toMatchObject([{ fields: { body: 'Nobody told of me' } }]);
  });

  it('in the store is on Wix after the next look', async () => {
    const site = started();
    site.writeInStore('Nobody told of me');
    await tick(site);
    expect(site.onWix()).toMatchObject([{ fields: { body: 'Nobody told of me' } }]);
  });

  it('in the store, held for moderation with few stars, is in the inbox', async () => {
    const site = started();
    site.writeInStore('Broken', { status: 'pending', rating: 1 });
    await tick(site);
    expect(site.world.rows.all('attention')).toMatchObject([{ rating: 1, state: 'open' }]);
  });

  it('is copied once, however often the newest are looked at', async () => {
    const site = started();
    site.writeOnWix('Once');
    await tick(site);
    for (let turn = 0; turn < 4; turn += 1) {
      site.passMs(NEWEST_EVERY_MS);
      await tick(site);
    }
    expect(site.writes()).toEqual(['store.createReviews']);
  });

  it('makes a copy that belongs to no run, so that no rollback takes it back', async () => {
    const site = started();
    site.writeInStore('Mine');
    await tick(site);
    expect(site.link()).toMatchObject({ outcome: 'created-on-wix', runAtMs: null });
  });

  it.each(['wix', 'store'] as const)('and an edit of it in the %s shop crosses', async (side) => {
    const site = await inStep(3);
    const [wix, store] = [site.onWix()[1], site.inStore()[1]];
    if (wix === undefined || store === undefined) throw new Error('Expected two reviews');
    if (side === 'wix') site.world.shops.changeOnWix(wix.id, { body: 'Edited' }, false);
    else site.world.shops.changeInStore(store.id, { fields: { ...store.fields, body: 'Edited' } }, false);
    await rest(site);
    expect([site.onWix()[1]?.fields.body, site.inStore()[1]?.fields.body]).toEqual(['Edited', 'Edited']);
  });

  it('that waited for its product crosses once that is matched', async () => {
    const site = started();
    site.writeOnWix('Unmatched so far', { product: 1 });
    const products = site.world.rows.all('products');
    site.world.rows.table('products').clear();
    await tick(site);
    expect(site.link().state).toBe('unmatched');
    site.put('products', ...products);
    site.passMs(NEWEST_EVERY_MS);
    await tick(site);
    expect(site.inStore()).toHaveLength(1);
  });
});

describe('looking at the newest', () => {
  it('costs five calls when nothing happened, and writes in neither shop', async () => {
    const site = await inStep(3);
    await look(site);
    expect(site.calls).toEqual(['rows.get', 'wix.newestReviews', 'rows.getMany', 'store.newestReviews', 'rows.find', 'rows.patch']);
    expect(site.connection().newestSeenAtMs).toBeGreaterThan(site.nowMs - 1_000);
  });

  it.each([
    ['it was done less than ten minutes ago', (nowMs: number) => ({ newestSeenAtMs: nowMs - NEWEST_EVERY_MS + 60_000 })],
    ['a walk began less than ten minutes ago', (nowMs: number) => ({ sweptAtMs: nowMs - NEWEST_EVERY_MS + 60_000 })],
    ['a walk is under way', () => ({ walking: true })],
    ['the owner has never started the sync', () => ({ sweptAtMs: null })],
  ])('is not due when %s, for no call', async (_, over) => {
    const site = started();
    site.put('connections', { ...site.connection(), ...over(site.nowMs) });
    site.writeOnWix('Unseen');
    await look(site);
    expect(site.calls).toEqual(['rows.get']);
  });

  it('waits for an entrance with the calls for it', async () => {
    const site = started();
    await look(site, 5);
    expect(site.calls).toEqual(['rows.get']);
  });

  it('goes on at once where its calls ran out', async () => {
    const site = started();
    for (let person = 1; person <= 5; person += 1) {
      if (person > 1) site.addPerson(person, { contact: false });
      site.writeInStore(`Text ${String(person)}`, { person });
    }
    await look(site, 8);
    expect(site.connection().newestSeenAtMs).toBeNull();
    await rest(site);
    expect(site.onWix()).toHaveLength(5);
  });

  it('tries nothing anew that failed and has its own time', async () => {
    const site = started();
    site.writeOnWix('Refused');
    await tick(site);
    const blocked = { ...site.link(), state: 'blocked' as const, code: 'STORE_REFUSED' as const, attempts: 9, dueAtMs: null };
    site.put('links', blocked);
    site.passMs(NEWEST_EVERY_MS);
    await look(site);
    expect(site.link()).toEqual(blocked);
  });

  it('leaves what an owner has taken back alone', async () => {
    const site = started();
    site.writeInStore('Taken back');
    await tick(site);
    const undone = { ...site.link(), state: 'skipped' as const, code: 'ROLLED_BACK' as const };
    site.put('links', undone);
    site.world.shops.wix.clear();
    site.passMs(NEWEST_EVERY_MS);
    await rest(site);
    expect(site.onWix()).toEqual([]);
  });
});

describe('more than a look at the newest can show', () => {
  it('begins a sweep when none of a hundred is known', async () => {
    const site = started();
    for (let person = 1; person <= 101; person += 1) {
      if (person > 1) site.addPerson(person);
      site.writeOnWix(`Text ${String(person)}`, { person });
    }
    await look(site);
    expect(site.runs()).toMatchObject([{ kind: 'sweep', state: 'running' }]);
    expect(site.links()).toEqual([]);
  });

  it('begins a sweep, which asks a person, when a third of them changed', async () => {
    const site = await inStep(30);
    for (const { id, fields } of site.inStore().slice(0, 12)) site.world.shops.changeInStore(id, { fields: { ...fields, body: 'SPAM' } }, false);
    await look(site);
    expect(site.runs()).toMatchObject([{ kind: 'sweep', state: 'running' }]);
    expect(site.writes()).toEqual([]);
  });
});

describe('a shop that does not answer', () => {
  it('fails nobody’s request, and is asked again when its time comes', async () => {
    const site = started();
    site.writeInStore('Later');
    site.fail({ call: 'store.newestReviews', how: 'before' });
    await look(site);
    site.calls.length = 0;
    await look(site);
    expect(site.calls).toEqual(['rows.get']);
    site.passMs(NEWEST_EVERY_MS);
    await tick(site);
    expect(site.onWix()).toHaveLength(1);
  });

  it('is no reason to begin a sweep over a run that a person has to decide about', async () => {
    const site = started();
    const busy = (session: SyncSession): SyncSession => ({ ...session, wix: { ...session.wix, newestReviews: () => Promise.reject(new SyncError('BUSY')) } });
    await site.run((session) => lookAtNewestWhenDue(busy(session)));
    expect(site.runs()).toEqual([]);
    expect(site.connection().newestSeenAtMs).not.toBeNull();
  });

  it('does not hide an error that nobody foresaw', async () => {
    const site = started();
    const bug = new TypeError('Not a function');
    const broken = (session: SyncSession): SyncSession => ({ ...session, wix: { ...session.wix, newestReviews: () => Promise.reject(bug) } });
    await expect(site.run((session) => lookAtNewestWhenDue(broken(session)))).rejects.toBe(bug);
  });
});
