import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { betweenShops } from '../support/between-shops';
import type { PairOfShops } from '../support/pair-of-shops';
import { POLLED_MS, StorePictures } from '../support/store-pictures';

const runsShape = z.object({ items: z.array(z.object({ run: z.object({ kind: z.string(), startedAtMs: z.number() }) })) });

let shops: PairOfShops;
let pictures: StorePictures;

betweenShops((both) => {
  shops = both;
  pictures = new StorePictures(both);
}, { walked: true });

describe('photos of store reviews, told by an event', () => {
  it.each([['once', {}], ['twice', { eventCopies: 2 }], ['late', { eventDelayMs: 3_000 }]])('that comes %s are fetched once and written once', async (how, switches) => {
    await shops.turn({ eventCopies: 1, eventDelayMs: 0, ...switches });
    await shops.sandbox.clearLog();
    const text = `Told ${how}.`;
    await pictures.write(text, ['garment-2']);
    const askedAt = Date.now();
    const copy = await pictures.copyWith(text, 1);
    // A look alone would have come half a minute later.
    expect(Date.now() - askedAt).toBeLessThan(25_000);
    expect(await pictures.originals(copy)).toEqual(await pictures.bare('garment-2'));
    expect(await pictures.calls('/bulk/files/import')).toBe(1);
    expect(await shops.writes('wix')).toEqual([expect.stringContaining('/bulk/reviews/create'), expect.stringContaining(copy.id)]);
    await shops.turn({ eventCopies: 1, eventDelayMs: 0 });
    await pictures.rest();
  }, 2 * POLLED_MS);
});

describe('where a photo was taken', () => {
  /** In its Exif block, and as text in its XMP. */
  const tells = (file: Buffer): readonly boolean[] => [file.includes('Exif\0\0'), file.includes('GPSLatitude'), file.includes('52,30.978N')];

  it('is told by the store\'s file, and by no file on Wix', async () => {
    expect(tells(await pictures.bytesAt('/store/wp-content/uploads/garment-2.jpg'))).toEqual([true, true, true]);
    const kept = (await pictures.files()).flatMap(({ content }) => (content === null ? [] : [Buffer.from(content, 'base64')]));
    expect(kept.length).toBeGreaterThan(1);
    for (const file of kept) expect(tells(file)).toEqual([false, false, false]);
  });

  it('is asked of the store once for each photo, in an invocation of three calls at most', async () => {
    await shops.sandbox.clearLog();
    await pictures.write('With three.', ['garment-1', 'garment-2', 'garment-3']);
    await pictures.copyWith('With three.', 3);
    const fetched = (await shops.sandbox.invocations()).filter(({ path }) => path.startsWith('/api/pictures/'));
    expect(fetched.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(Math.max(...fetched.map(({ calls: count }) => count))).toBeLessThanOrEqual(3);
    expect(await pictures.askedOfStore()).toBe(3);
  }, 2 * POLLED_MS);

  it('cannot be had by making up an address', async () => {
    for (const token of ['made-up', `${Buffer.from('9999999999999.https://demo-store.example/wp-content/uploads/garment-1.jpg').toString('base64url')}.AAAA`]) {
      expect((await fetch(`${shops.sandbox.url}/api/pictures/${token}`)).status).toBe(401);
    }
  });
});

describe('a run that is taken back', () => {
  it('takes the photos it brought out of the site, and no others', async () => {
    const before = await pictures.files();
    await shops.sandbox.store.call('disableWebhooks');
    await pictures.write('Found by the run.', ['garment-0']);
    await shops.sandbox.backfill();
    await pictures.copyWith('Found by the run.', 1);
    expect(await pictures.files()).toHaveLength(before.length + 1);
    const { items } = runsShape.parse(await shops.get('sync/runs'));
    const { run } = items.find(({ run: { kind } }) => kind === 'backfill') ?? expect.fail('Expected the run');
    await shops.post('sync/rollback', { startedAtMs: run.startedAtMs });
    await shops.workUntil((status) => status.run?.kind === 'rollback' && status.run.state === 'done');
    expect(await shops.onWix('Found by the run.')).toBeUndefined();
    expect(await pictures.files()).toEqual(before);
  }, 4 * POLLED_MS);
});

it('none of it is anything that Wix would not understand', async () => {
  expect([await shops.sandbox.wix.call('violations'), await shops.sandbox.wix.call('wrongAnswers')]).toEqual([[], []]);
});
