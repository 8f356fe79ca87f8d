import type { CsvReview } from './csv-reviews';
import { hashedGuid, hashedNumber } from './hashed';
import type { StoreSeedProduct, WixSeedProduct } from './seed-types';

const SINGULAR: Readonly<Record<string, string>> = {
  Blouses: 'Blouse', Dresses: 'Dress', 'Fine gauge': 'Fine Gauge Sweater', Intimates: 'Intimates Set', Jackets: 'Jacket', Knits: 'Knit', Layering: 'Layering Top',
  Legwear: 'Leggings', Lounge: 'Lounge Set', Outerwear: 'Coat', Skirts: 'Skirt', Sleep: 'Sleep Set', Sweaters: 'Sweater', Swim: 'Swimsuit', Trend: 'Trend Piece',
};
const FIRST_STORE_ID = 101;

export interface SeedProducts {
  readonly wix: (key: string) => WixSeedProduct;
  readonly store: (key: string) => StoreSeedProduct;
}

/** Both shops call a product by the same name, slug and sku; only the ids are each shop's own. */
export function seedProducts(reviews: readonly CsvReview[]): SeedProducts {
  const classNames = new Map(reviews.map(({ product, className }) => [product, className]));
  const keys = [...classNames.keys()];
  const common = (key: string) => {
    const className = classNames.get(key) ?? '';
    const name = `${SINGULAR[className] ?? (className === '' ? 'Item' : className)} ${key}`;
    return { name, slug: name.toLowerCase().replaceAll(' ', '-'), sku: `CL-${key}` };
  };
  return {
    wix: (key) => ({ id: hashedGuid(`product ${key}`), ...common(key) }),
    store: (key) => ({ id: FIRST_STORE_ID + keys.indexOf(key), ...common(key), price: `${20 + hashedNumber(`price ${key}`, 130)}.00` }),
  };
}
