import { hashedGuid } from './hashed';
import type { Seed } from './seed-types';

const FIRST_STORE_ID = 100_001;
const EVERY_NTH_IS_ONLY_CALLED_THE_SAME = 6;
const EVERY_NTH_IS_IN_THE_STORE_ONLY = 25;

/**
 * `count` further products without reviews, for a shop with a long catalog. Most have the same SKU and address in both shops, some
 * only the same name, and some are not on Wix at all.
 */
export function manyProducts(count: number): Pick<Seed, 'wixProducts' | 'storeProducts'> {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const nameOf = (n: number): string => `Catalog item ${String(n).padStart(5, '0')}`;
  const isStoreOnly = (n: number): boolean => n % EVERY_NTH_IS_IN_THE_STORE_ONLY === 0;
  const onlyName = (n: number): boolean => n % EVERY_NTH_IS_ONLY_CALLED_THE_SAME === 0;
  return {
    wixProducts: numbers.filter((n) => !isStoreOnly(n)).map((n) => ({ id: hashedGuid(`many ${n}`), name: nameOf(n), slug: `item-${n}`, sku: `MANY-${n}` })),
    storeProducts: numbers.map((n) => ({
      id: FIRST_STORE_ID + n, name: nameOf(n), slug: onlyName(n) ? `catalog-${n}` : `item-${n}`, sku: onlyName(n) || isStoreOnly(n) ? '' : `MANY-${n}`, price: '10.00',
    })),
  };
}
