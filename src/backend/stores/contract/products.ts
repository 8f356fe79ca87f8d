import { describe, expect, it } from 'vitest';
import type { Bench } from './bench';
import { walk } from './walk';

/** The catalog, and whether a product is still in it: reviews of one that is gone are left where they are. */
export function productsContract(bench: Bench): void {
  describe('products', () => {
    it('are listed once each, by ascending id', async () => {
      const ids = (await walk((cursor) => bench.store.listProducts(cursor))).map(({ id }) => id);
      expect(ids).toEqual(expect.arrayContaining([bench.subject.product, bench.subject.otherProduct]));
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).toEqual([...ids].sort((a, b) => a.localeCompare(b, 'en', { numeric: true })));
    });

    it('are read on their own as in the list, for one call', async () => {
      const listed = await walk((cursor) => bench.store.listProducts(cursor));
      const before = bench.subject.budget.spent;
      expect(await bench.store.getProduct(bench.subject.product)).toEqual(listed.find(({ id }) => id === bench.subject.product));
      expect(bench.subject.budget.spent - before).toBe(1);
    });

    it('are not there when their id names nothing', async () => {
      expect(await bench.store.getProduct(bench.subject.unknownProduct)).toBeNull();
    });
  });
}
