import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { betweenShops } from '../support/between-shops';
import type { PairOfShops } from '../support/pair-of-shops';
import { StorePictures } from '../support/store-pictures';
import { until } from '../support/until';

/** Longer than until the first look after asking. */
const NEXT_LOOK_MS = 31_000;
const HOUR_MS = 3_600_000;
const rowsShape = z.object({
  items: z.array(z.object({ id: z.string(), state: z.string(), code: z.string().nullable(), sentence: z.string().nullable(), action: z.string().nullable(), lastEvent: z.string(), storeReviewId: z.string().nullable() })),
});

let shops: PairOfShops;
let pictures: StorePictures;

betweenShops((both) => {
  shops = both;
  pictures = new StorePictures(both);
}, { products: 1 });

/** What the merchant's list says of a review. */
async function listed(text: string): Promise<z.output<typeof rowsShape>['items'][number]> {
  const { items } = rowsShape.parse(await shops.get(`sync/links?q=${encodeURIComponent(shops.product.name)}`));
  const review = await shops.inStore(text);
  return items.find(({ storeReviewId }) => storeReviewId === String(review?.id)) ?? expect.fail('Expected the review in the list');
}

describe('a photo of which no event tells that it is there', () => {
  it('is found by looking, half a minute after it was asked for and not before', async () => {
    await shops.turn({ lostEvents: 'all' });
    await shops.sandbox.clearLog();
    await pictures.write('Nobody told.', ['garment-3']);
    await pictures.untilFetched(1);
    await pictures.tick();
    expect((await shops.onWix('Nobody told.'))?.content.media).toEqual([]);
    expect(await pictures.calls('/files/get-files')).toBe(0);
    await shops.sandbox.timePasses(NEXT_LOOK_MS);
    expect(await pictures.originals(await pictures.copyWith('Nobody told.', 1))).toEqual(await pictures.bare('garment-3'));
    expect([await pictures.calls('/bulk/files/import'), await pictures.calls('/files/get-files')]).toEqual([1, 1]);
    await shops.turn({ lostEvents: 'none' });
  });
});

describe('a review with thirteen photos', () => {
  it('shows the first ten on Wix, no more are fetched, and the list says of how many', async () => {
    const names = Array.from({ length: 13 }, (_, index) => `garment-${String(index % 8)}-${String(index)}`);
    await shops.sandbox.clearLog();
    await pictures.write('Thirteen of them.', names);
    await pictures.untilFetched(1 + 10);
    const copy = await pictures.copyWith('Thirteen of them.', 10);
    expect(await pictures.originals(copy)).toEqual(await pictures.bare(...names.slice(0, 10)));
    expect(await pictures.askedOfStore()).toBe(10);
    expect(await listed('Thirteen of them.')).toMatchObject({ state: 'in-step', code: null, lastEvent: '10 of 13 pictures carried across: Wix takes 10' });
  });
});

describe('a photo that cannot be fetched', () => {
  const text = 'One is broken.';

  it('keeps no other one back, and the list gives the reason with one action', async () => {
    const before = (await pictures.files()).length;
    await pictures.write(text, ['garment-1', 'broken', 'garment-2']);
    await pictures.untilFetched(before + 3);
    await shops.sandbox.timePasses(NEXT_LOOK_MS);
    expect(await pictures.originals(await pictures.copyWith(text, 2))).toEqual(await pictures.bare('garment-1', 'garment-2'));
    expect(await listed(text)).toMatchObject({
      state: 'blocked', code: 'PICTURE_FAILED', lastEvent: '2 of 3 pictures carried across, on Wix', action: 'Try again',
      sentence: 'The review is on Wix, but one of its pictures could not be fetched, or is no JPEG, PNG, WebP or GIF of at most 10 MB.',
    });
  });

  it('is asked for no more by itself, whatever happens around it', async () => {
    await shops.sandbox.clearLog();
    await pictures.tick();
    await shops.sandbox.timePasses(HOUR_MS);
    await shops.sandbox.writeInStore(shops.product, shops.somebody('Its neighbour.'));
    await shops.sandbox.settle();
    await pictures.tick();
    expect(await shops.onWix('Its neighbour.')).toBeDefined();
    expect([await pictures.calls('/bulk/files/'), await pictures.askedOfStore()]).toEqual([0, 0]);
  });

  it('is asked for once by that action, alone, and is said to have failed again', async () => {
    await shops.sandbox.clearLog();
    const before = (await pictures.files()).length;
    await shops.post('sync/retry', { id: (await listed(text)).id });
    await pictures.untilFetched(before + 1);
    await shops.sandbox.timePasses(NEXT_LOOK_MS);
    const look = async (): Promise<string | null> => {
      await pictures.tick();
      return (await listed(text)).code;
    };
    await until(look, (code) => code === 'PICTURE_FAILED');
    expect([await pictures.calls('/bulk/files/import'), await pictures.askedOfStore(), await pictures.askedOfStore('broken')]).toEqual([1, 1, 1]);
    await pictures.rest();
  });

  it('makes room for the one that the store shows instead', async () => {
    await pictures.change(text, ['garment-1', 'garment-4', 'garment-2']);
    expect(await pictures.originals(await pictures.copyWith(text, 3))).toEqual(await pictures.bare('garment-1', 'garment-4', 'garment-2'));
    expect(await listed(text)).toMatchObject({ state: 'in-step', code: null });
  });
});

describe('photos that change in the store afterwards', () => {
  it('change on Wix: one that is added comes, one that is removed goes with its file', async () => {
    const text = 'She tidied up.';
    const before = (await pictures.files()).length;
    await pictures.write(text, ['garment-5']);
    await pictures.untilFetched(before + 1);
    await pictures.copyWith(text, 1);
    for (const now of [['garment-5', 'garment-6'], ['garment-6'], []]) {
      await pictures.change(text, now);
      expect(await pictures.originals(await pictures.copyWith(text, now.length))).toEqual(await pictures.bare(...now));
    }
    expect(await pictures.files()).toHaveLength(before);
    await pictures.rest();
  });
});

it('none of it is anything that Wix would not understand', async () => {
  expect([await shops.sandbox.wix.call('violations'), await shops.sandbox.wix.call('wrongAnswers')]).toEqual([[], []]);
});
