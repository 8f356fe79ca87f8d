import { describe, expect, it } from 'vitest';
import { brandId, type ContactId, type StoreProductId, type WixProductId } from '../src/core/ids';
import type { ReviewFields } from '../src/core/review';
import { countChange } from './count-change';
import { deliverChanges } from './delivery';
import { quietWorld } from './quiet-world.fixture';
import { finishRun, live } from './rest';
import { Tally } from './tally';
import { Timers } from './timers';
import { judge, type Verdict } from './verdict';
import type { StoreRecord, WixRecord } from './world/shop';
import type { World } from './world/world';

const FIELDS: ReviewFields = { title: '', body: 'Fits well', rating: 4, author: 'Dana', status: 'published', reply: null };

/** A review written on Wix that the real engine carried to the store, everything in order. */
async function inStep(): Promise<{ world: World; tally: Tally; wix: WixRecord; store: StoreRecord }> {
  const world = quietWorld();
  const tally = new Tally();
  world.shops.onChange = (change) => countChange(world, tally, change);
  const timers = new Timers(world.scheduler);
  deliverChanges(world, timers);
  world.shops.createOnWix({ productId: brandId<WixProductId>('wp1'), contactId: brandId<ContactId>('k1'), fields: FIELDS, writtenAt: '2026-05-01T00:00:00Z', byApp: false });
  await live(world, timers);
  await finishRun(world, timers);
  const [[wix], [store]] = [[...world.shops.wix.values()], [...world.shops.store.values()]];
  if (wix === undefined || store === undefined) throw new Error('Expected the review in both shops');
  // From here on nothing is delivered: what a test breaks stays broken.
  world.shops.onChange = (change) => countChange(world, tally, change);
  return { world, tally, wix, store };
}

async function judged(spoil: (at: Awaited<ReturnType<typeof inStep>>) => void): Promise<Verdict> {
  const at = await inStep();
  spoil(at);
  return judge(at.world, at.tally);
}

const patchLinks = ({ rows }: World, set: object): void => {
  for (const [id, row] of rows.table('links')) rows.table('links').set(id, { ...row, ...set });
};

describe('judge', () => {
  it('finds nothing wrong with a pair in step', async () => {
    expect(await judged(() => undefined)).toEqual({ lost: [], duplicated: [], unfinished: [], writesPerChange: 1, worstPair: expect.any(String) as string });
  });

  it('notices a review that no row knows', async () => {
    const { lost } = await judged(({ world }) => world.rows.table('links').clear());
    expect(lost).toEqual([expect.stringContaining('no row'), expect.stringContaining('no row')]);
  });

  it('notices a copy that vanished while the row says in step', async () => {
    const { lost } = await judged(({ world, store }) => world.shops.store.delete(store.id));
    expect(lost).toEqual([expect.stringContaining('the store has none')]);
  });

  it.each<[string, Partial<ReviewFields>]>([['body', { body: 'Other' }], ['rating', { rating: 1 }], ['status', { status: 'hidden' }]])('notices sides that differ in %s', async (field, change) => {
    const { lost } = await judged(({ store }) => {
      store.fields = { ...store.fields, ...change };
    });
    expect(lost[0]).toContain(`${field} differ`);
  });

  it('does not believe a reason that is not so', async () => {
    const { lost } = await judged(({ world }) => patchLinks(world, { state: 'unmatched', code: 'PRODUCT_UNMATCHED' }));
    expect(lost[0]).toContain('PRODUCT_UNMATCHED is not so');
  });

  it.each([['lets a review stand alone beside one that it never saw approved', false], ['does not let it where both once agreed that it was shown', true]] as const)('%s', async (_, agreed) => {
    const { lost } = await judged(({ world, store }) => {
      patchLinks(world, { state: 'skipped', code: 'COUNTERPART_GONE', outcome: 'matched' });
      store.trashed = true;
      if (!agreed) world.rows.agreedShown.clear();
    });
    expect(lost).toHaveLength(agreed ? 1 : 0);
  });

  it('notices a copy of what nobody has approved', async () => {
    const { lost } = await judged(({ wix }) => {
      wix.fields = { ...wix.fields, status: 'pending' };
    });
    expect(lost[0]).toContain('is not published');
  });

  it('notices a second copy of one review', async () => {
    const { duplicated } = await judged(({ world, store }) => {
      world.shops.createInStore({ ...store, productId: brandId<StoreProductId>('sp1'), fields: { ...FIELDS, body: 'Again' }, byApp: true });
    });
    expect(duplicated).toEqual(['sp1|p1@example.com: 2 copies']);
  });

  it('does not take a copy that outlived its own original for a copy of what the person wrote after it', async () => {
    const { duplicated } = await judged(({ world, store }) => {
      world.shops.createInStore({ ...store, writtenAt: '2026-04-01T00:00:00Z', byApp: true });
    });
    expect(duplicated).toEqual([]);
  });

  it('notices a second write for one change', async () => {
    const { writesPerChange } = await judged(({ world, store }) => world.shops.changeInStore(store.id, { fields: { ...FIELDS } }, true));
    expect(writesPerChange).toBe(2);
  });

  it('notices an intent that nobody followed up', async () => {
    const { unfinished } = await judged(({ world }) => patchLinks(world, { intent: { kind: 'create', on: 'store', sent: {} } }));
    expect(unfinished).toEqual([expect.stringContaining('create is still open')]);
  });
});
