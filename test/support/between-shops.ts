import { afterAll, beforeAll } from 'vitest';
import { PairOfShops } from './pair-of-shops';

/** The first file that begins with shops in step walks them. */
const START_TIMEOUT_MS = 300_000;

/** Both shops for all tests of a file: there before them, closed after them. */
export function betweenShops(enter: (shops: PairOfShops) => void, start: { readonly walked: boolean } | { readonly products: number }): void {
  let shops: PairOfShops | null = null;
  beforeAll(async () => {
    shops = await ('products' in start ? PairOfShops.small(start) : PairOfShops.start(start));
    enter(shops);
  }, START_TIMEOUT_MS);
  afterAll(async () => {
    await shops?.sandbox.stop();
  });
}
