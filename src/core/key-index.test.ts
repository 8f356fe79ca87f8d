import { describe, expect, it } from 'vitest';
import { KeyIndex, type Keyed } from './key-index';
import { productKeys } from './product-keys';

function product(id: number, sku: string | null): Keyed<number> {
  return { product: id, keys: productKeys({ name: '', slug: '', sku }) };
}
const index = new KeyIndex([product(1, 'a'), product(2, 'b'), product(3, 'B '), product(4, null), product(5, null)], 'sku');

describe('KeyIndex', () => {
  it('finds the products of a key in the order given', () => {
    expect(index.get(product(0, 'B').keys).map((found) => found.product)).toEqual([2, 3]);
  });

  it('finds the only product of a key', () => {
    expect(index.only(product(0, 'A').keys)?.product).toBe(1);
  });

  it('finds no only one where there are two or none', () => {
    expect(index.only(product(0, 'b').keys)).toBeNull();
    expect(index.only(product(0, 'c').keys)).toBeNull();
  });

  it('does not take products without a key for equal', () => {
    expect(index.get(product(0, null).keys)).toEqual([]);
    expect(index.only(product(0, null).keys)).toBeNull();
  });
});
