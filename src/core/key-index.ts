import type { ProductKeys } from './product-keys';

/** A product with its keys, made once. */
export interface Keyed<Product> {
  readonly product: Product;
  readonly keys: ProductKeys;
}

/** Products by one of their keys. */
export class KeyIndex<Product> {
  readonly #byKey = new Map<string, Keyed<Product>[]>();

  constructor(products: readonly Keyed<Product>[], readonly kind: keyof ProductKeys) {
    for (const product of products) {
      const key = product.keys[kind];
      if (key === null) continue;
      const same = this.#byKey.get(key);
      if (same === undefined) this.#byKey.set(key, [product]);
      else same.push(product);
    }
  }

  /** Products whose key equals the one in `keys`, in the order they were given. */
  get(keys: ProductKeys): readonly Keyed<Product>[] {
    const key = keys[this.kind];
    return key === null ? [] : (this.#byKey.get(key) ?? []);
  }

  /** The only product with that key, `null` when there is none or more than one. */
  only(keys: ProductKeys): Keyed<Product> | null {
    const same = this.get(keys);
    return same.length === 1 ? (same[0] ?? null) : null;
  }
}
