import type { CsvReview } from './csv-reviews';
import { hashedNumber } from './hashed';

/** Which shop holds which review. */
export interface Split {
  readonly wixOnly: readonly CsvReview[];
  readonly storeOnly: readonly CsvReview[];
  /** The same review in both. */
  readonly both: readonly CsvReview[];
  /** One person, one product, other words in each shop. */
  readonly rivals: readonly { readonly onWix: CsvReview; readonly inStore: CsvReview }[];
  readonly wixOnlyProducts: ReadonlySet<string>;
  readonly storeOnlyProducts: ReadonlySet<string>;
}

const BOTH = 150;
const RIVALS = 25;
const WIX_ONLY = 400;
const EXCLUSIVE_PRODUCTS = 6;

export function splitReviews(reviews: readonly CsvReview[]): Split {
  const { wixOnlyProducts, storeOnlyProducts } = exclusiveProducts(reviews);
  const shared = shuffled(reviews.filter(({ product }) => !wixOnlyProducts.has(product) && !storeOnlyProducts.has(product)));
  const rivals = pickRivals(shared);
  const inRivals = new Set(rivals.flatMap(({ onWix, inStore }) => [onWix, inStore]));
  // The store takes no review without words, so those that have none live on Wix.
  const worded = shared.filter((review) => review.text !== '' && !inRivals.has(review));
  const wordless = shared.filter(({ text }) => text === '');
  const both = worded.slice(0, BOTH);
  const exclusiveToWix = reviews.filter(({ product }) => wixOnlyProducts.has(product));
  const wixShare = WIX_ONLY - wordless.length - exclusiveToWix.length;
  return {
    both,
    rivals,
    wixOnlyProducts,
    storeOnlyProducts,
    wixOnly: [...worded.slice(BOTH, BOTH + wixShare), ...wordless, ...exclusiveToWix],
    storeOnly: [...worded.slice(BOTH + wixShare), ...reviews.filter(({ product }) => storeOnlyProducts.has(product))],
  };
}

function exclusiveProducts(reviews: readonly CsvReview[]): Pick<Split, 'wixOnlyProducts' | 'storeOnlyProducts'> {
  const byProduct = byProductOf(reviews);
  const small = [...byProduct].filter(([, held]) => held.length >= 2 && held.length <= 3 && held.every(({ text }) => text !== '')).map(([product]) => product);
  return {
    wixOnlyProducts: new Set(small.slice(0, EXCLUSIVE_PRODUCTS)),
    storeOnlyProducts: new Set(small.slice(EXCLUSIVE_PRODUCTS, 2 * EXCLUSIVE_PRODUCTS)),
  };
}

function pickRivals(shared: readonly CsvReview[]): Split['rivals'] {
  const byProduct = byProductOf(shared.filter(({ text }) => text !== ''));
  return [...byProduct.values()]
    .flatMap(([onWix, inStore]) => (onWix === undefined || inStore === undefined || onWix.text === inStore.text ? [] : [{ onWix, inStore }]))
    .slice(0, RIVALS);
}

function shuffled(reviews: readonly CsvReview[]): readonly CsvReview[] {
  const place = new Map(reviews.map((review) => [review, hashedNumber(`order ${review.row}`, 2 ** 40)]));
  return reviews.toSorted((left, right) => (place.get(left) ?? 0) - (place.get(right) ?? 0));
}

function byProductOf(reviews: readonly CsvReview[]): ReadonlyMap<string, readonly CsvReview[]> {
  const groups = new Map<string, CsvReview[]>();
  for (const review of reviews) groups.set(review.product, [...(groups.get(review.product) ?? []), review]);
  return groups;
}
