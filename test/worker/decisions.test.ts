import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { betweenShops } from '../support/between-shops';
import type { PairOfShops } from '../support/pair-of-shops';

const Conflicts = z.object({ items: z.array(z.object({ id: z.string(), lost: z.string(), stands: z.string().nullable() })) });
const Resolved = z.object({ results: z.array(z.object({ code: z.string().nullable() })) });

/** Walks over a thousand reviews, on a machine that may be busy. */
const WALKS_TIMEOUT_MS = 240_000;

let shops: PairOfShops;

betweenShops((both) => { shops = both; }, { walked: true });

const inStoreShown = async (): Promise<number> => (await shops.sandbox.storeReviews()).filter(({ status }) => status !== 'trash').length;

/** A review that both shops changed while the app was told to wait. */
async function conflict(first: string): Promise<{ readonly id: string; readonly wixId: string; readonly storeId: number }> {
  const { onWix, inStore } = await shops.pair(first);
  await shops.post('sync/pause', { paused: true });
  await shops.sandbox.wix.call('edit', onWix.id, { rating: 4, title: '', body: `${first} Said on Wix.` });
  await shops.sandbox.store.call('edit', inStore.id, { text: `${first} Said in the store.` });
  await shops.sandbox.settle();
  await shops.post('sync/pause', { paused: false });
  await shops.workUntilQuiet();
  const { items } = Conflicts.parse(await shops.get('sync/conflicts'));
  const found = items.find(({ lost }) => lost === `${first} Said in the store.`) ?? expect.fail(`Expected a conflict, got ${JSON.stringify(items)}`);
  expect(found.stands).toBe(`${first} Said on Wix.`);
  return { id: found.id, wixId: onWix.id, storeId: inStore.id };
}

describe('a review that both shops changed', () => {
  it.each([
    ['kept', 'Said on Wix.'],
    ['restored', 'Said in the store.'],
  ])('is the same in both after its conflict was %s', async (pick, said) => {
    const first = `To be ${pick}.`;
    const { id, wixId, storeId } = await conflict(first);
    expect(Resolved.parse(await shops.post('sync/conflicts', { ids: [id], pick }))).toEqual({ results: [{ code: null }] });
    await shops.sandbox.settle();
    await shops.workUntilQuiet();
    expect((await shops.sandbox.wixReviews()).find((review) => review.id === wixId)?.content.body).toBe(`${first} ${said}`);
    expect((await shops.sandbox.storeReviews()).find((review) => review.id === storeId)?.content).toContain(`${first} ${said}`);
    expect(Conflicts.parse(await shops.get('sync/conflicts')).items).toEqual([]);
  });
});

describe('a check that finds much of a shop gone', () => {
  /** Deletes on Wix without a word to the app, and has everything checked. */
  async function heldRun(share: number): Promise<number> {
    await shops.turn({ lostEvents: 'all' });
    const reviews = await shops.sandbox.wixReviews();
    for (const { id } of reviews.slice(0, Math.ceil(reviews.length * share))) await shops.sandbox.wix.call('remove', id);
    await shops.sandbox.settle();
    await shops.turn({ lostEvents: 'none' });
    await shops.post('sync/backfill', { action: 'sweep' });
    const { run } = await shops.workUntil(({ run: now }) => now?.state === 'held');
    return run?.absent ?? 0;
  }

  it('deletes nothing while it waits, and exactly what it named once it is released', async () => {
    const before = await inStoreShown();
    await shops.sandbox.clearLog();
    const absent = await heldRun(0.35);
    expect(absent).toBeGreaterThan(100);
    expect(await shops.writes('store')).toEqual([]);
    await shops.post('sync/backfill', { action: 'release' });
    await shops.workUntil(({ run, counts }) => run?.state === 'done' && counts.gone >= absent && counts.waiting === 0);
    await shops.sandbox.settle();
    expect(before - (await inStoreShown())).toBe(absent);
  }, WALKS_TIMEOUT_MS);
});
