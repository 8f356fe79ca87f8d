import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import { z } from 'zod';
import { bareJpeg } from '../../src/backend/photo/bare-jpeg';
import { joinBytes } from '../../src/backend/photo/join-bytes';
import type { PairOfShops } from './pair-of-shops';
import type { WixReview } from './sandbox-client';
import { until } from './until';

const UPLOADS = 'https://demo-store.example/wp-content/uploads/';
/** The first look after asking is half a minute later, and the reviews take turns. */
export const POLLED_MS = 100_000;
/** As long as the local Wix takes to fetch a file. */
const FETCH_MS = 1_000;
const filesShape = z.array(z.object({ displayName: z.string(), content: z.string().nullable(), state: z.string() }));
export type KeptFile = z.output<typeof filesShape>[number];

/** Photos in the demo store, by their names there, and what becomes of them on Wix. */
export class StorePictures {
  readonly #shops: PairOfShops;

  constructor(shops: PairOfShops) {
    this.#shops = shops;
  }

  async write(text: string, names: readonly string[]): Promise<void> {
    const { sandbox, product } = this.#shops;
    await sandbox.writeInStore(product, { ...this.#shops.somebody(text), photos: names.map((name) => `${UPLOADS}${name}.jpg`) });
    await sandbox.settle();
  }

  /** Its owner changes which photos a review has in the store. */
  async change(text: string, names: readonly string[]): Promise<void> {
    const { sandbox } = this.#shops;
    await sandbox.store.call('edit', (await this.#shops.inStore(text))?.id, { photos: names.map((name) => `${UPLOADS}${name}.jpg`) });
    await sandbox.settle();
  }

  async tick(): Promise<void> {
    await this.#shops.post('sync/tick', {});
    await this.#shops.sandbox.settle();
  }

  /** The copy on Wix, looked at again and again as an open dashboard does. */
  async copyWith(text: string, pictures: number): Promise<WixReview> {
    const look = async (): Promise<WixReview | undefined> => {
      await this.tick();
      return this.#shops.onWix(text);
    };
    return (await until(look, (review) => review?.content.media.length === pictures, POLLED_MS)) ?? expect.fail('Expected the review on Wix');
  }

  /** Ticks until Wix is through with so many files that it was asked to fetch, one way or the other. */
  async untilFetched(count: number): Promise<void> {
    const look = async (): Promise<readonly string[]> => {
      await this.tick();
      await this.#shops.sandbox.timePasses(FETCH_MS);
      return (await this.files()).map(({ state }) => state);
    };
    await until(look, (states) => states.length === count && !states.includes('pending'));
  }

  async files(): Promise<readonly KeptFile[]> {
    return filesShape.parse(await this.#shops.sandbox.wix.call('files'));
  }

  async calls(part: string): Promise<number> {
    return (await this.#shops.sandbox.calls()).filter(({ url }) => url.includes(part)).length;
  }

  async askedOfStore(name = ''): Promise<number> {
    return (await this.#shops.sandbox.calls()).filter(({ side, url }) => side === 'store' && url.includes(`/uploads/${name}`)).length;
  }

  async bytesAt(path: string): Promise<Buffer> {
    return Buffer.from(await (await fetch(this.#shops.sandbox.url + path)).arrayBuffer());
  }

  /** What visitors would be sent of each picture of a review, asked for without a size: the original. */
  async originals({ content }: WixReview): Promise<readonly string[]> {
    return Promise.all(content.media.map(async ({ image }) => digest(await this.bytesAt(`/__wixmedia/static/media/${image?.id ?? ''}`))));
  }

  /** What the store serves to everybody, without what it tells. */
  async bare(...names: readonly string[]): Promise<readonly string[]> {
    return Promise.all(names.map(async (name) => digest(joinBytes(bareJpeg(await this.bytesAt(`/store/wp-content/uploads/${name}.jpg`)) ?? expect.fail(`Expected ${name} to be a JPEG`)))));
  }

  /** Nothing is asked for and nothing written, however often somebody looks. */
  async rest(): Promise<void> {
    await this.#shops.sandbox.clearLog();
    for (let turn = 0; turn < 3; turn += 1) await this.tick();
    expect([await this.calls('/bulk/files/'), await this.#shops.writes('wix'), await this.#shops.writes('store')]).toEqual([0, [], []]);
  }
}

/** Two photos that differ would be compared byte by byte, for minutes. */
function digest(file: Uint8Array): string {
  return createHash('sha256').update(file).digest('hex');
}
