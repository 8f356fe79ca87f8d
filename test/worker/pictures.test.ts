import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PairOfShops } from '../support/pair-of-shops';
import type { WixReview } from '../support/sandbox-client';
import { until } from '../support/until';

const UPLOADS = 'https://demo-store.example/wp-content/uploads/';
const SHOWN_MS = 60_000;

let shops: PairOfShops;

beforeAll(async () => {
  shops = await PairOfShops.start({ walked: false });
}, 2 * SHOWN_MS);

afterAll(async () => {
  await shops.sandbox.stop();
});

async function write(text: string, names: readonly string[]): Promise<void> {
  await shops.sandbox.writeInStore(shops.product, { ...shops.somebody(text), photos: names.map((name) => `${UPLOADS}${name}.jpg`) });
  await shops.sandbox.settle();
}

async function tick(): Promise<void> {
  await shops.post('sync/tick', {});
  await shops.sandbox.settle();
}

/** The copy on Wix, looked at again and again as an open dashboard does. */
async function copyWith(text: string, pictures: number): Promise<WixReview> {
  const look = async (): Promise<WixReview | undefined> => {
    await tick();
    return shops.onWix(text);
  };
  return (await until(look, (review) => review?.content.media.length === pictures, SHOWN_MS)) ?? expect.fail('Expected the review on Wix');
}

const calls = async (part: string): Promise<number> => (await shops.sandbox.calls()).filter(({ url }) => url.includes(part)).length;

/** Nothing is asked for and nothing written, however often somebody looks. */
async function rests(): Promise<void> {
  await shops.sandbox.clearLog();
  for (let turn = 0; turn < 3; turn += 1) await tick();
  expect([await calls('/bulk/files/'), await shops.writes('wix'), await shops.writes('store')]).toEqual([0, [], []]);
}

describe('photos of store reviews, told by an event', () => {
  it.each([['once', {}], ['twice', { eventCopies: 2 }]])('that comes %s are fetched once and written once', async (how, switches) => {
    await shops.turn({ eventCopies: 1, ...switches });
    await shops.sandbox.clearLog();
    const text = `Told ${how}.`;
    await write(text, ['garment-2']);
    const askedAt = Date.now();
    const { id, content } = await copyWith(text, 1);
    // A look alone would have come half a minute later.
    expect(Date.now() - askedAt).toBeLessThan(25_000);
    expect(content.media[0]?.image?.id).toContain('garment-2');
    expect(await calls('/bulk/files/import')).toBe(1);
    expect(await shops.writes('wix')).toEqual([expect.stringContaining('/bulk/reviews/create'), expect.stringContaining(id)]);
    await shops.turn({ eventCopies: 1 });
    await rests();
  });
});

it('none of it is anything that Wix would not understand', async () => {
  expect([await shops.sandbox.wix.call('violations'), await shops.sandbox.wix.call('wrongAnswers')]).toEqual([[], []]);
});
