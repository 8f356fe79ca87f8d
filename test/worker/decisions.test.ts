import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { PairOfShops, type SyncStatus } from '../support/pair-of-shops';

const Conflicts = z.object({ items: z.array(z.object({ id: z.string(), lost: z.string(), stands: z.string().nullable() })) });
const Runs = z.object({ items: z.array(z.object({ run: z.object({ kind: z.string(), startedAtMs: z.number() }), copies: z.number().nullable() })) });
const Resolved = z.object({ results: z.array(z.object({ code: z.string().nullable() })) });

let shops: PairOfShops;

beforeAll(async () => {
  shops = await PairOfShops.start({ walked: true });
}, 300_000);

afterAll(async () => {
  await shops.sandbox.stop();
});

const nothingWaits = ({ counts }: SyncStatus): boolean => counts.waiting === 0;
const inStoreShown = async (): Promise<number> => (await shops.sandbox.storeReviews()).filter(({ status }) => status !== 'trash').length;

/** A review that both shops changed while the app was told to wait. */
async function conflict(first: string): Promise<{ readonly id: string; readonly wixId: string; readonly storeId: number }> {
  const { onWix, inStore } = await shops.pair(first);
  await shops.post('sync/pause', { paused: true });
  await shops.sandbox.wix.call('edit', onWix.id, { rating: 4, title: '', body: `${first} Said on Wix.` });
  await shops.sandbox.store.call('edit', inStore.id, { text: `${first} Said in the store.` });
  await shops.sandbox.settle();
  await shops.post('sync/pause', { paused: false });
  await shops.workUntil(nothingWaits);
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
    await shops.workUntil(nothingWaits);
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

  it('deletes nothing before it was released, nothing when it is cancelled, and exactly what it named when it is released', async () => {
    const before = await inStoreShown();
    await shops.sandbox.clearLog();
    const absent = await heldRun(0.35);
    expect(absent).toBeGreaterThan(100);
    expect(await shops.writes('store')).toEqual([]);
    await shops.post('sync/backfill', { action: 'cancel' });
    await shops.workUntil(({ run }) => run?.state !== 'held');
    expect(await inStoreShown()).toBe(before);

    await shops.post('sync/backfill', { action: 'sweep' });
    const again = await shops.workUntil(({ run }) => run?.state === 'held');
    expect(again.run?.absent).toBe(absent);
    await shops.post('sync/backfill', { action: 'release' });
    await shops.workUntil(({ run, counts }) => run?.state === 'done' && counts.gone >= absent && counts.waiting === 0);
    await shops.sandbox.settle();
    expect(before - (await inStoreShown())).toBe(absent);
  });
});

describe('a run that is taken back', () => {
  it('removes the copies it made and no original', async () => {
    const run = Runs.parse(await shops.get('sync/runs')).items.find((each) => each.run.kind === 'backfill') ?? expect.fail('Expected the first run');
    expect(run.copies).toBeGreaterThan(0);
    const all = async (): Promise<number> => (await shops.sandbox.wixReviews()).length + (await inStoreShown());
    const before = await all();
    await shops.post('sync/rollback', { startedAtMs: run.run.startedAtMs });
    await shops.workUntil((status) => status.run?.kind === 'rollback' && status.run.state === 'done');
    await shops.sandbox.settle();
    expect(before - (await all())).toBe(run.copies);
  });
});
