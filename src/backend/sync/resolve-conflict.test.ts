import { describe, expect, it } from 'vitest';
import { TestSite } from '../../../test/support/test-site';
import type { ReviewFields } from '../../core/review';
import { drain } from './drain';
import { LEASE_MS } from './lease';
import { receiveWixEvent } from './receive-wix-event';
import { resolveConflict } from './resolve-conflict';
import type { ConflictRow } from './tables';

type Pick = Parameters<typeof resolveConflict>[2];
const resolve = (site: TestSite, id: string, pick: Pick) => site.run((session) => resolveConflict(session, id, pick));

/** A pair of which both sides were changed in the same field; Wix, where it was born, won. */
async function clashed(onWix: Partial<ReviewFields> = { body: 'On Wix' }, inStore: Partial<ReviewFields> = { body: 'In the store' }): Promise<{ site: TestSite; conflict: ConflictRow }> {
  const site = new TestSite();
  const first = site.event(site.writeOnWix('Fits well'));
  await site.runEntrance((opener) => receiveWixEvent(first, opener));
  const [store] = site.inStore();
  const [wix] = site.onWix();
  if (store === undefined || wix === undefined) throw new Error('Expected the pair');
  site.world.shops.changeInStore(store.id, { fields: { ...store.fields, ...inStore } }, false);
  const edited = site.event(site.world.shops.changeOnWix(wix.id, onWix, false) ?? wix);
  await site.runEntrance((opener) => receiveWixEvent(edited, opener));
  const [conflict] = site.conflicts();
  if (conflict === undefined) throw new Error('Expected a conflict');
  site.calls.length = 0;
  return { site, conflict };
}

const shown = (site: TestSite) => [site.onWix()[0]?.fields, site.inStore()[0]?.fields];

describe('a conflict whose winner is right', () => {
  it('is closed in one call, and nothing else changes', async () => {
    const { site, conflict } = await clashed();
    const before = shown(site);
    await resolve(site, conflict._id, 'kept');
    expect(site.conflicts()).toEqual([{ ...conflict, state: 'kept' }]);
    expect(site.calls).toEqual(['rows.get', 'rows.patch']);
    expect(shown(site)).toEqual(before);
  });
});

describe('a conflict whose loser was right', () => {
  it('ends with that value in both shops, and one write on each', async () => {
    const { site, conflict } = await clashed();
    expect(shown(site)).toMatchObject([{ body: 'On Wix' }, { body: 'On Wix' }]);
    await resolve(site, conflict._id, 'restored');
    expect(shown(site)).toMatchObject([{ body: 'In the store' }, { body: 'In the store' }]);
    expect(site.writes()).toEqual(['wix.updateReview', 'store.updateReview']);
    expect(site.conflicts()).toMatchObject([{ state: 'restored' }]);
    expect(site.link()).toMatchObject({ state: 'in-step', leaseUntilMs: 0 });
  });

  it.each([
    ['stars', { rating: 2 }, { rating: 5 }],
    ['being hidden', { body: 'On Wix', rating: 1 }, { rating: 3 }],
  ] as const)('brings back %s', async (_, onWix, inStore) => {
    const { site, conflict } = await clashed(onWix, inStore);
    await resolve(site, conflict._id, 'restored');
    expect(shown(site)).toMatchObject([{ rating: inStore.rating }, { rating: inStore.rating }]);
  });

  it('does not conflict once more with what it has just overwritten', async () => {
    const { site, conflict } = await clashed();
    await resolve(site, conflict._id, 'restored');
    expect(site.conflicts()).toHaveLength(1);
  });

  it.each(['rows.get', 'rows.patch', 'wix.getReview', 'wix.updateReview', 'store.updateReview'])('is carried to both shops in the end though the process dies at %s', async (call) => {
    for (const how of ['crash-before', 'crash-after'] as const) {
      const { site, conflict } = await clashed();
      site.fail({ call, how });
      await resolve(site, conflict._id, 'restored').catch(() => undefined);
      site.passMs(2 * LEASE_MS);
      await site.run((session) => drain(session));
      site.passMs(2 * LEASE_MS);
      if (site.conflicts().some(({ state }) => state === 'open')) await resolve(site, conflict._id, 'restored');
      const [wix, store] = shown(site);
      expect(wix?.body).toBe('In the store');
      expect(store?.body).toBe('In the store');
    }
  });

  it('is not written again when it is pressed once more after a crash behind the write', async () => {
    const { site, conflict } = await clashed();
    site.fail({ call: 'wix.updateReview', how: 'crash-after' });
    await resolve(site, conflict._id, 'restored').catch(() => undefined);
    site.passMs(2 * LEASE_MS);
    await resolve(site, conflict._id, 'restored');
    expect(site.writes()).toEqual(['wix.updateReview', 'store.updateReview']);
    expect(site.conflicts()).toMatchObject([{ state: 'restored' }]);
  });

  it('leaves the conflict open when the shop refuses the write', async () => {
    const { site, conflict } = await clashed();
    site.fail({ call: 'wix.updateReview', how: 'before' });
    await expect(resolve(site, conflict._id, 'restored')).rejects.toMatchObject({ code: 'WIX_SERVER_ERROR' });
    expect(site.conflicts()).toMatchObject([{ state: 'open' }]);
    expect(shown(site)).toMatchObject([{ body: 'On Wix' }, { body: 'On Wix' }]);
  });

  it('waits while somebody is at the review', async () => {
    const { site, conflict } = await clashed();
    site.put('links', { ...site.link(), leaseUntilMs: site.nowMs + 10_000 });
    await expect(resolve(site, conflict._id, 'restored')).rejects.toMatchObject({ code: 'BUSY' });
    expect(site.writes()).toEqual([]);
  });
});

describe('a conflict that is not there', () => {
  it.each(['kept', 'restored'] as const)('cannot be %s: the answer names the field and not the id', async (pick) => {
    const { site } = await clashed();
    await expect(resolve(site, 'nobody@example.com', pick)).rejects.toMatchObject({ code: 'INPUT_INVALID', details: { field: 'id', got: 'no conflict we know' } });
  });

  it('cannot be restored once its review is gone', async () => {
    const { site, conflict } = await clashed();
    site.world.rows.table('links').clear();
    await expect(resolve(site, conflict._id, 'restored')).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    expect(site.writes()).toEqual([]);
  });
});
