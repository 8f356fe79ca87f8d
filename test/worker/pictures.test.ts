import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { bareJpeg } from '../../src/backend/photo/bare-jpeg';
import { joinBytes } from '../../src/backend/photo/join-bytes';
import { betweenShops } from '../support/between-shops';
import type { PairOfShops } from '../support/pair-of-shops';
import type { WixReview } from '../support/sandbox-client';
import { until } from '../support/until';

const UPLOADS = 'https://demo-store.example/wp-content/uploads/';
/** The first look after asking is half a minute later, and the reviews take turns. */
const POLLED_MS = 100_000;
const filesShape = z.array(z.object({ displayName: z.string(), content: z.string().nullable() }));
const runsShape = z.object({ items: z.array(z.object({ run: z.object({ kind: z.string(), startedAtMs: z.number() }) })) });

let shops: PairOfShops;

betweenShops((both) => { shops = both; }, { walked: true });

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
  return (await until(look, (review) => review?.content.media.length === pictures, POLLED_MS)) ?? expect.fail('Expected the review on Wix');
}

const calls = async (part: string): Promise<number> => (await shops.sandbox.calls()).filter(({ url }) => url.includes(part)).length;
const files = async (): Promise<readonly z.output<typeof filesShape>[number][]> => filesShape.parse(await shops.sandbox.wix.call('files'));

async function bytesAt(path: string): Promise<Buffer> {
  return Buffer.from(await (await fetch(shops.sandbox.url + path)).arrayBuffer());
}

/** Two photos that differ would be compared byte by byte, for minutes. */
function digest(file: Uint8Array): string {
  return createHash('sha256').update(file).digest('hex');
}

/** What visitors would be sent of each picture of a review, asked for without a size: the original. */
async function originals({ content }: WixReview): Promise<readonly string[]> {
  return Promise.all(content.media.map(async ({ image }) => digest(await bytesAt(`/__wixmedia/static/media/${image?.id ?? ''}`))));
}

/** What the store serves to everybody, without what it tells. */
async function bare(name: string): Promise<string> {
  return digest(joinBytes(bareJpeg(await bytesAt(`/store/wp-content/uploads/${name}.jpg`)) ?? expect.fail(`Expected ${name} to be a JPEG`)));
}

/** Nothing is asked for and nothing written, however often somebody looks. */
async function rests(): Promise<void> {
  await shops.sandbox.clearLog();
  for (let turn = 0; turn < 3; turn += 1) await tick();
  expect([await calls('/bulk/files/'), await shops.writes('wix'), await shops.writes('store')]).toEqual([0, [], []]);
}

describe('photos of store reviews, told by an event', () => {
  it.each([['once', {}], ['twice', { eventCopies: 2 }], ['late', { eventDelayMs: 3_000 }]])('that comes %s are fetched once and written once', async (how, switches) => {
    await shops.turn({ eventCopies: 1, eventDelayMs: 0, ...switches });
    await shops.sandbox.clearLog();
    const text = `Told ${how}.`;
    await write(text, ['garment-2']);
    const askedAt = Date.now();
    const copy = await copyWith(text, 1);
    // A look alone would have come half a minute later.
    expect(Date.now() - askedAt).toBeLessThan(25_000);
    expect(await originals(copy)).toEqual([await bare('garment-2')]);
    expect(await calls('/bulk/files/import')).toBe(1);
    expect(await shops.writes('wix')).toEqual([expect.stringContaining('/bulk/reviews/create'), expect.stringContaining(copy.id)]);
    await shops.turn({ eventCopies: 1, eventDelayMs: 0 });
    await rests();
  }, 2 * POLLED_MS);
});

describe('where a photo was taken', () => {
  /** In its Exif block, and as text in its XMP. */
  const tells = (file: Buffer): readonly boolean[] => [file.includes('Exif\0\0'), file.includes('GPSLatitude'), file.includes('52,30.978N')];

  it('is told by the store\'s file, and by no file on Wix', async () => {
    expect(tells(await bytesAt('/store/wp-content/uploads/garment-2.jpg'))).toEqual([true, true, true]);
    const kept = (await files()).flatMap(({ content }) => (content === null ? [] : [Buffer.from(content, 'base64')]));
    expect(kept.length).toBeGreaterThan(1);
    for (const file of kept) expect(tells(file)).toEqual([false, false, false]);
  });

  it('is asked of the store once for each photo, in an invocation of three calls at most', async () => {
    await shops.sandbox.clearLog();
    await write('With three.', ['garment-1', 'garment-2', 'garment-3']);
    await copyWith('With three.', 3);
    const fetched = (await shops.sandbox.invocations()).filter(({ path }) => path.startsWith('/api/pictures/'));
    expect(fetched.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(Math.max(...fetched.map(({ calls: count }) => count))).toBeLessThanOrEqual(3);
    expect((await shops.sandbox.calls()).filter(({ side, url }) => side === 'store' && url.includes('/uploads/'))).toHaveLength(3);
  }, 2 * POLLED_MS);

  it('cannot be had by making up an address', async () => {
    for (const token of ['made-up', `${Buffer.from('9999999999999.https://demo-store.example/wp-content/uploads/garment-1.jpg').toString('base64url')}.AAAA`]) {
      expect((await fetch(`${shops.sandbox.url}/api/pictures/${token}`)).status).toBe(401);
    }
  });
});

describe('a run that is taken back', () => {
  it('takes the photos it brought out of the site, and no others', async () => {
    const before = await files();
    await shops.sandbox.store.call('disableWebhooks');
    await write('Found by the run.', ['garment-0']);
    await shops.sandbox.backfill();
    await copyWith('Found by the run.', 1);
    expect(await files()).toHaveLength(before.length + 1);
    const { items } = runsShape.parse(await shops.get('sync/runs'));
    const { run } = items.find(({ run: { kind } }) => kind === 'backfill') ?? expect.fail('Expected the run');
    await shops.post('sync/rollback', { startedAtMs: run.startedAtMs });
    await shops.workUntil((status) => status.run?.kind === 'rollback' && status.run.state === 'done');
    expect(await shops.onWix('Found by the run.')).toBeUndefined();
    expect(await files()).toEqual(before);
  }, 4 * POLLED_MS);
});

it('none of it is anything that Wix would not understand', async () => {
  expect([await shops.sandbox.wix.call('violations'), await shops.sandbox.wix.call('wrongAnswers')]).toEqual([[], []]);
});
