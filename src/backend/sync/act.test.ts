import { describe, expect, it } from 'vitest';
import { fingerprint, fingerprints, type Base } from '../../core/fingerprint';
import type { Op, Plan } from '../../core/plan-types';
import type { ReviewFields, Side } from '../../core/review';
import type { StoreReview } from '../stores/store';
import { TestSite } from '../../../test/support/test-site';
import { act } from './act';
import type { Done } from './done';
import { wixBornLink } from './new-link';
import type { Pair } from './pair';
import type { SyncSession } from './session';
import type { WixReview } from './wix-port';

interface Setting {
  readonly site: TestSite;
  readonly pair: Pair;
  readonly base: Base;
}

/** Two reviews that agree, on a row that knows nothing yet but the Wix one; `missing`: a side that holds none. */
function agreeing(missing?: Side, words: Partial<ReviewFields> = {}): Setting {
  const site = new TestSite();
  const event = site.event(site.writeOnWix('Fits well', words));
  const wix: WixReview = event.review ?? expect.fail('Expected the event to carry its review');
  const store: StoreReview = { ...site.writeInStore('Fits well', words) };
  site.put('links', wixBornLink(event.instanceId, event, site.nowMs));
  const base = { wix: fingerprints(wix.fields), store: fingerprints(store.fields) };
  const pair: Pair = {
    link: site.link(),
    wix: missing === 'wix' ? null : wix,
    store: missing === 'store' ? null : store,
    target: null,
    wixSeen: missing === 'wix' ? { kind: 'gone', proof: 'event' } : { kind: 'present', fields: wix.fields },
    storeSeen: missing === 'store' ? { kind: 'gone', proof: 'trash' } : { kind: 'present', fields: store.fields },
    base,
  };
  return { site, pair, base };
}

function planned(nextBase: Base | null, ...ops: readonly Op[]): Plan {
  return { ops, conflicts: [], blocked: [], nextBase };
}

async function carryOut({ site, pair }: Setting, plan: Plan, use: (session: SyncSession) => SyncSession = (session) => session): Promise<Done> {
  return site.run(async (session) => {
    site.calls.length = 0;
    return act(use(session), pair, plan);
  });
}

describe('a plan without ops', () => {
  it('makes no call, and ends with what was read and the base to record', async () => {
    const setting = agreeing();
    const { wix, store } = setting.pair;
    expect(await carryOut(setting, planned(setting.base))).toEqual({ wix, store, base: setting.base, code: null, outcome: null, event: null, tombstone: false });
    expect(setting.site.calls).toEqual([]);
  });

  it('keeps the first reason why something cannot cross, and how the pair once came to be', async () => {
    const { site, pair, base } = agreeing();
    const plan: Plan = { ...planned(base), blocked: [{ code: 'FIELD_TOO_LONG', on: 'store', field: 'body' }, { code: 'CANNOT_EDIT', on: 'store', field: 'reply' }] };
    const known: Pair = { ...pair, link: { ...pair.link, outcome: 'created-in-store' } };
    expect(await carryOut({ site, base, pair: known }, plan)).toMatchObject({ code: 'FIELD_TOO_LONG', outcome: 'created-in-store', event: null });
  });

  it.each([
    ['neither side shows one', { kind: 'gone', proof: 'event' }, { kind: 'gone', proof: 'trash' }, true],
    ['only the store shows it', { kind: 'gone', proof: 'event' }, null, false],
    ['only Wix shows it', null, { kind: 'gone', proof: 'trash' }, false],
  ] as const)('leaves a tombstone only when nothing is left: %s', async (_name, wixSeen, storeSeen, tombstone) => {
    const { site, pair, base } = agreeing();
    const seen: Pair = { ...pair, wixSeen: wixSeen ?? pair.wixSeen, storeSeen: storeSeen ?? pair.storeSeen };
    expect((await carryOut({ site, base, pair: seen }, planned(null))).tombstone).toBe(tombstone);
  });
});

const CHANGES: readonly (readonly [string, Op, string, Partial<ReviewFields>])[] = [
  ['Edit carried across, in the store', { kind: 'update', on: 'store', edits: { body: 'Runs small', rating: 2 } }, 'store.updateReview', { body: 'Runs small', rating: 2 }],
  ['Hidden in the store', { kind: 'moderate', on: 'store', status: 'hidden' }, 'store.setStatus', { status: 'hidden' }],
  ['Edit carried across, on Wix', { kind: 'update', on: 'wix', edits: { title: 'Good' } }, 'wix.updateReview', { title: 'Good' }],
  ['Hidden on Wix', { kind: 'moderate', on: 'wix', status: 'hidden' }, 'wix.moderate', { status: 'hidden' }],
  ['Reply carried across, on Wix', { kind: 'reply', on: 'wix', reply: 'Thank you' }, 'wix.setReply', { reply: 'Thank you' }],
];

describe.each(CHANGES)('%s', (phrase, op, call, change) => {
  const fields = Object.keys(change);

  it('is one write after its intent, and is said so', async () => {
    const setting = agreeing();
    const done = await carryOut(setting, planned(setting.base, op));
    expect(setting.site.calls).toEqual(['rows.patch', call]);
    expect(done).toMatchObject({ event: phrase, tombstone: false, [op.on]: { fields: change } });
    const [record] = op.on === 'wix' ? setting.site.onWix() : setting.site.inStore();
    expect(record?.fields).toMatchObject(change);
  });

  it('is on record as begun, with both ids, before the shop hears of it', async () => {
    const setting = agreeing();
    setting.site.fail({ call, how: 'crash-before' });
    await expect(carryOut(setting, planned(setting.base, op))).rejects.toThrow('Died');
    const { wix, store } = setting.pair;
    expect(setting.site.link()).toMatchObject({
      base: setting.base,
      wixReviewId: wix?.id, storeReviewId: store?.id, storeProductId: store?.productId,
      intent: { kind: 'change', writes: { wix: [], store: [], [op.on]: fields }, base: setting.base, wixRevision: '1' },
    });
  });

  it('is skipped when that side holds nothing to change', async () => {
    const setting = agreeing(op.on);
    const done = await carryOut(setting, planned(setting.base, op));
    expect(setting.site.writes()).toEqual([]);
    expect(done).toMatchObject({ [op.on]: null, base: setting.base, event: null });
  });

  it('takes for agreed what the shop made of it, not what was sent', async () => {
    const setting = agreeing();
    const rewritten = { title: 'T.', body: 'B.', rating: 1, author: 'A.', status: 'pending', reply: 'R.' } as const;
    const rewrite = <R extends { readonly fields: ReviewFields }>(call: Promise<R>): Promise<R> => call.then((answer) => ({ ...answer, fields: rewritten }));
    const done = await carryOut(setting, planned(setting.base, op), (session) => ({
      ...session,
      store: { ...session.store, updateReview: (id, edits) => rewrite(session.store.updateReview(id, edits)), setStatus: (id, status) => rewrite(session.store.setStatus(id, status)) },
      wix: {
        ...session.wix,
        updateReview: (id, revision, edits) => rewrite(session.wix.updateReview(id, revision, edits)),
        moderate: (id, status) => rewrite(session.wix.moderate(id, status)),
        setReply: (id, reply) => rewrite(session.wix.setReply(id, reply)),
      },
    }));
    const changed = Object.fromEntries(Object.entries(rewritten).filter(([field]) => fields.includes(field)));
    expect(done.base).toEqual({ ...setting.base, [op.on]: { ...setting.base[op.on], ...Object.fromEntries(Object.entries(changed).map(([field, value]) => [field, fingerprint(value)])) } });
    expect(done[op.on]?.fields).toEqual({ ...setting.pair[op.on]?.fields, ...changed });
  });
});

describe('the merchant reads', () => {
  it.each([
    ['Shown in the store', { kind: 'moderate', on: 'store', status: 'published' }],
    ['Shown on Wix', { kind: 'moderate', on: 'wix', status: 'published' }],
    ['Reply removed on Wix', { kind: 'reply', on: 'wix', reply: null }],
  ] as const)('"%s" when that is what happened', async (phrase, op) => {
    const setting = agreeing();
    expect((await carryOut(setting, planned(setting.base, op))).event).toBe(phrase);
  });
});

describe('a plan of several changes', () => {
  const hide: Op = { kind: 'moderate', on: 'wix', status: 'hidden' };
  const rename: Op = { kind: 'update', on: 'wix', edits: { author: 'Robin' } };
  const restar: Op = { kind: 'update', on: 'store', edits: { rating: 1 } };

  it('announces each right before it is made, and makes it on the revision the last one left', async () => {
    const setting = agreeing();
    const done = await carryOut(setting, planned(setting.base, hide, rename, restar));
    expect(setting.site.calls).toEqual(['rows.patch', 'wix.moderate', 'rows.patch', 'wix.updateReview', 'rows.patch', 'store.updateReview']);
    expect(setting.site.link().intent).toMatchObject({ writes: { wix: [], store: ['rating'] }, wixRevision: '3' });
    expect(done.wix).toMatchObject({ revision: '3', fields: { status: 'hidden', author: 'Robin' } });
    expect(done.store).toMatchObject({ fields: { rating: 1 } });
  });

  it('stops at the first that fails: what went through stays, what follows is not tried', async () => {
    const setting = agreeing();
    setting.site.fail({ call: 'wix.updateReview', how: 'before' });
    await expect(carryOut(setting, planned(setting.base, hide, rename, restar))).rejects.toMatchObject({ code: 'WIX_SERVER_ERROR' });
    expect(setting.site.onWix()).toMatchObject([{ fields: { status: 'hidden', author: 'Dana' } }]);
    expect(setting.site.writes()).toEqual(['wix.moderate', 'wix.updateReview']);
  });

  it('has on record what went through when one fails, and only the one that failed as begun', async () => {
    const setting = agreeing();
    const next = { wix: fingerprints({ ...(setting.pair.wix ?? expect.fail('Expected a Wix review')).fields, status: 'hidden', author: 'Robin' }), store: setting.base.store };
    setting.site.fail({ call: 'wix.updateReview', how: 'before' });
    await expect(carryOut(setting, planned(next, hide, rename))).rejects.toMatchObject({ code: 'WIX_SERVER_ERROR' });
    const { base, intent } = setting.site.link();
    expect(base).toEqual({ ...setting.base, wix: { ...setting.base.wix, status: next.wix.status } });
    expect(intent).toMatchObject({ writes: { wix: ['author'], store: [] }, wixRevision: '2' });
  });

  it('does not overwrite what somebody did on Wix since it was read', async () => {
    const setting = agreeing();
    for (const { id } of setting.site.onWix()) setting.site.world.shops.changeOnWix(id, { author: 'Somebody' }, false);
    await expect(carryOut(setting, planned(setting.base, rename))).rejects.toMatchObject({ code: 'WIX_REVISION_STALE' });
    expect(setting.site.onWix()).toMatchObject([{ fields: { author: 'Somebody' } }]);
  });

  it("does not take somebody's edit of another field, made meanwhile, for seen", async () => {
    const setting = agreeing();
    for (const { id, fields } of setting.site.inStore()) setting.site.world.shops.changeInStore(id, { fields: { ...fields, author: 'Robin' } }, false);
    const done = await carryOut(setting, planned(setting.base, restar));
    expect(done.store?.fields).toMatchObject({ rating: 1, author: 'Dana' });
    expect(done.base?.store.author).toBe(fingerprint('Dana'));
  });

  it('touches no shop while its intent cannot be written', async () => {
    const setting = agreeing();
    setting.site.fail({ call: 'rows.patch', how: 'before' });
    await expect(carryOut(setting, planned(setting.base, restar))).rejects.toMatchObject({ code: 'WIX_SERVER_ERROR' });
    expect(setting.site.writes()).toEqual([]);
  });

  it('that ends the pair needs no intent: done again it comes to the same', async () => {
    const setting = agreeing();
    expect(await carryOut(setting, planned(null, hide))).toMatchObject({ base: null, event: 'Hidden on Wix' });
    expect(setting.site.calls).toEqual(['wix.moderate']);
  });
});

describe('a deletion', () => {
  it.each([
    ['store', 'store.trashReview', 'Moved to the bin in the store'],
    ['wix', 'wix.deleteReview', 'Deleted on Wix'],
  ] as const)('is one call without an intent and ends the pair: %s', async (on, call, phrase) => {
    const setting = agreeing(on === 'wix' ? 'store' : 'wix');
    const done = await carryOut(setting, planned(null, { kind: 'delete', on }));
    expect(setting.site.calls).toEqual([call]);
    expect(done).toMatchObject({ base: null, event: phrase, tombstone: true });
    expect(on === 'wix' ? setting.site.onWix() : setting.site.inStore()).toEqual([]);
  });

  it.each(['wix', 'store'] as const)('of what is not there is no call and no event: %s', async (on) => {
    const setting = agreeing(on);
    expect(await carryOut(setting, planned(null, { kind: 'delete', on }))).toMatchObject({ event: null, tombstone: false });
    expect(setting.site.calls).toEqual([]);
  });
});

describe('a create', () => {
  const fields: ReviewFields = { title: '', body: 'Fits well', rating: 4, author: 'Dana', status: 'published', reply: null };

  /** Nothing is on the side it goes to. */
  function missing(on: Side): Setting {
    const setting = agreeing(on);
    if (on === 'wix') setting.site.world.shops.wix.clear();
    else setting.site.world.shops.store.clear();
    return setting;
  }

  it.each([
    ['store', 'created-in-store', 'Copied to the store'],
    ['wix', 'created-on-wix', 'Copied to Wix'],
  ] as const)('makes a pair that agrees on what either side holds: %s', async (on, outcome, phrase) => {
    const setting = missing(on);
    const done = await carryOut(setting, planned(setting.base, { kind: 'create', on, fields }));
    expect(done).toMatchObject({ outcome, event: phrase, base: setting.base, code: null, tombstone: false, [on]: { fields } });
  });

  it.each(['wix', 'store'] as const)('of what was there already is no copy of ours but a match: %s', async (on) => {
    const setting = agreeing(on);
    const done = await carryOut(setting, planned(setting.base, { kind: 'create', on, fields }));
    expect(done).toMatchObject({ outcome: 'matched', event: 'Found to be the same on both sides', base: setting.base, [on]: { fields } });
    expect([setting.site.onWix().length, setting.site.inStore().length]).toEqual([1, 1]);
  });

  it.each(['wix', 'store'] as const)('that cannot be made keeps the reason and agrees on nothing: %s', async (on) => {
    const { site, base, pair } = missing(on);
    const homeless: Pair = { ...pair, link: { ...pair.link, wixProductId: null } };
    expect(await carryOut({ site, base, pair: homeless }, planned(base, { kind: 'create', on, fields }))).toMatchObject({ code: 'PRODUCT_UNMATCHED', base: null, event: null, [on]: null });
  });

  it.each(['wix', 'store'] as const)('without its original is not made: %s', async (on) => {
    const setting = agreeing(on === 'wix' ? 'store' : 'wix');
    await carryOut(setting, planned(setting.base, { kind: 'create', on, fields }));
    expect(setting.site.calls).toEqual([]);
  });
});
