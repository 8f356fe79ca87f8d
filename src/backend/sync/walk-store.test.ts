import { describe, expect, it } from 'vitest';
import { toStoreReview } from '../../../sim/world/store';
import { INSTANCE } from '../../../sim/world/world';
import { TestSite } from '../../../test/support/test-site';
import { brandId, type LinkId } from '../../core/ids';
import { loneStoreLink } from './new-link';
import { settle } from './settle';
import type { LinkRow } from './tables';
import { walkStore } from './walk-store';
import { walkWix } from './walk-wix';
import { walkFrom } from './walk.fixture';

const RESERVE = 1;
const walk = (site: TestSite, cursor: string | null = null, calls?: number) => site.run((session) => walkStore(session, cursor, walkFrom(session.clock.nowMs()), RESERVE), calls === undefined ? {} : { calls });

/** A review that both shops hold and that was found to be the same, its row as the test needs it. */
async function matched(over: Partial<LinkRow> = {}): Promise<TestSite> {
  const site = new TestSite();
  site.writeOnWix('Warm');
  site.writeInStore('Warm');
  await site.run((session) => walkWix(session, null, walkFrom(session.clock.nowMs())));
  await walk(site);
  site.put('links', { ...site.link(), ...over });
  site.calls.length = 0;
  return site;
}

function changeInStore(site: TestSite, body: string): void {
  const [record] = site.inStore();
  if (record === undefined) throw new Error('Expected a review in the store');
  site.world.shops.changeInStore(record.id, { fields: { ...record.fields, body } }, false);
}

describe('a review that is part of a pair', () => {
  it('costs two calls a page when nothing happened', async () => {
    const site = await matched();
    const before = site.link();
    expect(await walk(site)).toEqual({ kind: 'end', done: 1 });
    expect(site.calls).toEqual(['rows.get', 'store.listReviews', 'rows.find']);
    expect(site.link()).toEqual(before);
  });

  it('is marked for another look when it changed unnoticed, and nothing else happens to it', async () => {
    const site = await matched({ attempts: 5 });
    const before = site.link();
    changeInStore(site, 'Warm and dry');
    expect(await walk(site)).toEqual({ kind: 'end', done: 1, changed: 1 });
    const { dueAtMs, ...rest } = site.link();
    expect(rest).toEqual({ ...before, attempts: 0, dueAtMs: undefined });
    expect(dueAtMs).toBeLessThanOrEqual(site.nowMs);
    expect(site.calls).toEqual(['rows.get', 'store.listReviews', 'rows.find', 'rows.patchMany']);
  });

  it.each<[string, Partial<LinkRow>]>([
    ['is on somebody\'s desk', { state: 'waiting', attempts: 3, leaseUntilMs: 9e15 }], ['has not failed yet', { state: 'waiting' }],
  ])('and due, while it %s, keeps its time', async (_, over) => {
    const site = await matched({ dueAtMs: 9e15, ...over });
    const before = site.link();
    changeInStore(site, 'Warm and dry');
    await walk(site);
    expect(site.link()).toEqual(before);
  });

  it('and put off after a failure is tried anew: whoever walks again has mended what was wrong', async () => {
    const site = await matched({ state: 'waiting', code: 'STORE_AUTH', dueAtMs: 9e15, attempts: 3 });
    await walk(site);
    expect(site.link().attempts).toBe(0);
    expect(site.link().dueAtMs).toBeLessThanOrEqual(site.nowMs);
  });

  it.each([['WIX_SERVER_ERROR', true], ['WIX_RATE_LIMITED', true], ['WIX_REFUSED', false]] as const)('and given up with %s: tried anew is %s', async (code, again) => {
    const site = await matched({ state: 'blocked', code });
    await walk(site);
    expect(site.link().dueAtMs !== null).toBe(again);
  });

  it('counts, not the row it had while it was alone, which goes: it would say for ever that the review waits', async () => {
    const site = await matched();
    const [record] = site.inStore();
    if (record === undefined) throw new Error('Expected a review in the store');
    const pair = site.link();
    site.world.rows.table('links').clear();
    const lone = loneStoreLink(INSTANCE, toStoreReview(record), 'PRODUCT_UNMATCHED', null, 0);
    for (const rows of [[lone, pair], [pair, lone]]) {
      site.world.rows.table('links').clear();
      site.put('links', ...rows);
      site.calls.length = 0;
      await walk(site);
      expect(site.calls).toEqual(['rows.get', 'store.listReviews', 'rows.find', 'rows.removeMany']);
      expect(site.links()).toEqual([pair]);
    }
  });

  it('whose copy was begun and never recorded is looked for on Wix before anything is created', async () => {
    const site = await matched();
    const { storeSeen } = site.link();
    if (storeSeen === null) throw new Error('Expected to have seen the review');
    site.put('links', { ...site.link(), birth: 'store', state: 'waiting', wixReviewId: null, base: null, outcome: null, intent: { kind: 'create', on: 'wix', sent: storeSeen } });
    expect(await walk(site)).toEqual({ kind: 'end', done: 1 });
    expect(site.onWix()).toHaveLength(1);
    expect(site.link()).toMatchObject({ wixReviewId: site.onWix()[0]?.id, outcome: 'created-on-wix' });
  });

  it('whose copy was never recorded and then deleted by a person is not copied again', async () => {
    const site = await matched();
    const { storeSeen } = site.link();
    if (storeSeen === null) throw new Error('Expected to have seen the review');
    site.world.shops.wix.clear();
    site.put('links', { ...site.link(), birth: 'store', state: 'waiting', wixReviewId: null, base: null, outcome: null, gone: 'wix', attempts: 3, dueAtMs: 9e15, intent: { kind: 'create', on: 'wix', sent: storeSeen } });
    expect(await walk(site)).toEqual({ kind: 'end', done: 1 });
    expect(site.onWix()).toEqual([]);
    await site.run((session) => settle(session, { ...site.link(), leaseUntilMs: session.clock.nowMs() + 30_000 }));
    expect(site.onWix()).toEqual([]);
    expect(site.inStore()).toEqual([]);
    expect(site.link().state).toBe('gone');
  });
});

describe('a review that stands alone', () => {
  /** Alone in the store, kept there with a reason. */
  async function alone(over: Partial<LinkRow>): Promise<TestSite> {
    const site = new TestSite();
    const record = site.writeInStore('Warm');
    site.put('links', { ...loneStoreLink(INSTANCE, toStoreReview(record), 'PRODUCT_UNMATCHED', null, 0), ...over });
    return site;
  }

  it.each([
    ['unmatched', 'PRODUCT_UNMATCHED'], ['skipped', 'AUTHOR_NO_EMAIL'], ['waiting', 'NOT_PUBLISHED'],
  ] as const)('as %s is carried across once %s no longer holds, and its row goes', async (state, code) => {
    const site = await alone({ state, code });
    expect(await walk(site)).toEqual({ kind: 'end', done: 1 });
    expect(site.onWix().map(({ fields }) => fields.body)).toEqual(['Warm']);
    expect(site.link()).toMatchObject({ state: 'in-step', birth: 'store' });
  });

  const pair = (state: LinkRow['state']) => ({ ...loneStoreLink(INSTANCE, { ...toStoreReview(new TestSite().writeInStore('Other')), id: brandId('s99') }, 'CONTACT_HAS_REVIEW', null, 0), _id: brandId<LinkId>('pair'), state });
  const skipped = { state: 'skipped', code: 'CONTACT_HAS_REVIEW', because: brandId<LinkId>('pair') } as const;

  it.each(['in-step', 'skipped', 'waiting'] as const)('stays skipped while the pair in its way is %s, for one call more', async (state) => {
    const site = await alone(skipped);
    site.put('links', pair(state));
    expect(await walk(site)).toEqual({ kind: 'end', done: 1 });
    expect(site.onWix()).toEqual([]);
    expect(site.calls).toEqual(['rows.get', 'store.listReviews', 'rows.find', 'rows.getMany']);
  });

  it.each([['gone', [pair('gone')]], ['not there any more', []]] as const)('is carried across when the pair in its way is %s', async (_, rows) => {
    const site = await alone(skipped);
    site.put('links', ...rows);
    await walk(site);
    expect(site.onWix()).toHaveLength(1);
    expect(site.links().filter(({ storeReviewId }) => storeReviewId === site.inStore()[0]?.id)).toMatchObject([{ state: 'in-step' }]);
  });

  it('is matched anew when it was edited: it may be the same as its rival now', async () => {
    const site = await alone(skipped);
    site.put('links', pair('in-step'));
    changeInStore(site, 'Warm and dry');
    await walk(site);
    expect(site.onWix().map(({ fields }) => fields.body)).toEqual(['Warm and dry']);
  });

  it('without anything that changed is looked up and left, with no write at all', async () => {
    const site = new TestSite();
    site.addPerson(2, { contact: false, email: false });
    site.writeInStore('Anonymous', { person: 2 });
    await walk(site);
    site.calls.length = 0;
    expect(await walk(site)).toEqual({ kind: 'end', done: 1 });
    expect(site.calls).toEqual(['rows.get', 'store.listReviews', 'rows.find']);
  });
});

describe('a page', () => {
  it('with known and unknown reviews marks the first and places the second', async () => {
    const site = await matched();
    changeInStore(site, 'Warm and dry');
    site.addPerson(2);
    site.writeInStore('New', { person: 2 });
    expect(await walk(site)).toEqual({ kind: 'end', done: 2, changed: 1 });
    expect(site.links().map(({ state, dueAtMs }) => [state, dueAtMs !== null])).toEqual([['in-step', true], ['in-step', false]]);
    expect(site.onWix()).toHaveLength(2);
  });

  it('stays when calls are short, and what is known is marked all the same', async () => {
    const site = await matched();
    changeInStore(site, 'Warm and dry');
    site.addPerson(2);
    site.writeInStore('New', { person: 2 });
    expect(await walk(site, null, 9)).toEqual({ kind: 'stay', done: 0 });
    expect(site.link().dueAtMs).not.toBeNull();
    expect(site.calls).toEqual(['rows.get', 'store.listReviews', 'rows.find', 'rows.patchMany']);
  });

  it('stays while somebody is at the pair of one of its reviews', async () => {
    const site = new TestSite();
    site.writeOnWix('Warm');
    await site.run((session) => walkWix(session, null, walkFrom(session.clock.nowMs())));
    site.put('links', { ...site.link(), leaseUntilMs: site.nowMs + 30_000 });
    site.writeInStore('Warm');
    expect(await walk(site)).toEqual({ kind: 'stay', done: 0 });
    site.passMs(30_000);
    expect(await walk(site)).toEqual({ kind: 'end', done: 1 });
    expect(site.link()).toMatchObject({ state: 'in-step', outcome: 'matched' });
  });

  it('without reviews ends the phase for one call', async () => {
    const site = new TestSite();
    expect(await walk(site)).toEqual({ kind: 'end', done: 0 });
    expect(site.calls).toEqual(['rows.get', 'store.listReviews']);
  });

  it('holds 100 reviews and leads to the next', async () => {
    const site = new TestSite();
    for (let person = 2; person <= 130; person += 1) site.addPerson(person);
    for (let person = 1; person <= 130; person += 1) site.writeInStore(`Review ${person}`, { person });
    expect(await walk(site)).toEqual({ kind: 'next', cursor: '100', done: 100 });
    expect(await walk(site, '100')).toEqual({ kind: 'end', done: 30 });
    expect(site.links()).toHaveLength(130);
    expect(site.onWix()).toHaveLength(130);
  });

  it('sees what the primary copy holds, since a row missed there would be a review made twice', async () => {
    const site = await matched();
    const asked: unknown[] = [];
    await site.run((session) => {
      const find: typeof session.rows.find = (table, options) => {
        asked.push(options.consistent);
        return session.rows.find(table, options);
      };
      return walkStore({ ...session, rows: { ...session.rows, find } }, null, walkFrom(session.clock.nowMs()), RESERVE);
    });
    expect(asked).toEqual([true]);
  });
});
