import type { StoreProductId, WixProductId } from './ids';
import { KeyIndex, type Keyed } from './key-index';
import { productKeys, type ProductKeys } from './product-keys';

export interface MatchableProduct<Id> {
  readonly id: Id;
  readonly name: string;
  readonly slug: string;
  readonly sku: string | null;
}

/** The best Wix counterpart of one store product. */
export interface ProductMatch {
  readonly storeProductId: StoreProductId;
  /** `null` when no Wix product comes close. */
  readonly wixProductId: WixProductId | null;
  readonly reason: 'sku' | 'slug' | 'name' | 'none';
  /** 0 to 1. */
  readonly confidence: number;
  /** `suggested` is for a person to decide; `left` is what nothing was found for. */
  readonly choice: 'accepted' | 'suggested' | 'left';
}

type WixKeyed = Keyed<MatchableProduct<WixProductId>>;
type StoreKeyed = Keyed<MatchableProduct<StoreProductId>>;
type Indexes<Id> = Readonly<Record<keyof ProductKeys, KeyIndex<MatchableProduct<Id>>>>;

interface Shelves {
  readonly wix: Indexes<WixProductId>;
  readonly store: Indexes<StoreProductId>;
  /** Wix products that an accepted match uses: no second store product may have them. */
  readonly taken: Set<WixProductId>;
}

/** Suggestions, best first. A key shared by several products suggests the first of them, with half the confidence. */
const SUGGESTIONS = [
  { kind: 'sku', reason: 'sku', confidence: 0.9 },
  { kind: 'slug', reason: 'slug', confidence: 0.8 },
  { kind: 'name', reason: 'name', confidence: 0.7 },
  { kind: 'words', reason: 'name', confidence: 0.5 },
] as const;

/**
 * Finds each store product's counterpart on Wix; one result per store product, in their order. Only what cannot be a
 * coincidence is accepted: a SKU, or slug and name together, that no other product of either list shares. Linear time.
 */
export function matchProducts(wix: readonly MatchableProduct<WixProductId>[], store: readonly MatchableProduct<StoreProductId>[]): readonly ProductMatch[] {
  const wixKeyed = wix.map(keyed);
  const storeKeyed = store.map(keyed);
  const shelves: Shelves = { wix: indexes(wixKeyed), store: indexes(storeKeyed), taken: new Set() };
  const bySku = storeKeyed.map((product) => acceptBySku(product, shelves));
  const bySlug = storeKeyed.map((product, index) => bySku[index] ?? acceptBySlugAndName(product, shelves));
  return storeKeyed.map((product, index) => bySlug[index] ?? suggest(product, shelves));
}

function keyed<Product extends MatchableProduct<unknown>>(product: Product): Keyed<Product> {
  return { product, keys: productKeys(product) };
}

function indexes<Id>(products: readonly Keyed<MatchableProduct<Id>>[]): Indexes<Id> {
  return { sku: new KeyIndex(products, 'sku'), slug: new KeyIndex(products, 'slug'), name: new KeyIndex(products, 'name'), words: new KeyIndex(products, 'words') };
}

function acceptBySku(product: StoreKeyed, { wix, store, taken }: Shelves): ProductMatch | null {
  const found = wix.sku.only(product.keys);
  return found === null || store.sku.only(product.keys) === null ? null : accept(product, found, 'sku', 1, taken);
}

function acceptBySlugAndName(product: StoreKeyed, { wix, store, taken }: Shelves): ProductMatch | null {
  const found = wix.slug.only(product.keys);
  if (found === null || store.slug.only(product.keys) === null) return null;
  if (product.keys.name === null || found.keys.name !== product.keys.name) return null;
  return accept(product, found, 'slug', 0.95, taken);
}

function accept({ product }: StoreKeyed, found: WixKeyed, reason: 'sku' | 'slug', confidence: number, taken: Set<WixProductId>): ProductMatch | null {
  if (taken.has(found.product.id)) return null;
  taken.add(found.product.id);
  return { storeProductId: product.id, wixProductId: found.product.id, reason, confidence, choice: 'accepted' };
}

function suggest({ product, keys }: StoreKeyed, { wix, store, taken }: Shelves): ProductMatch {
  let best: ProductMatch = { storeProductId: product.id, wixProductId: null, reason: 'none', confidence: 0, choice: 'left' };
  for (const { kind, reason, confidence } of SUGGESTIONS) {
    const candidates = wix[kind].get(keys);
    const first = candidates.find((candidate) => !taken.has(candidate.product.id));
    if (first === undefined) continue;
    const shared = candidates.length > 1 || store[kind].get(keys).length > 1;
    const sure = shared ? confidence / 2 : confidence;
    if (sure > best.confidence) best = { storeProductId: product.id, wixProductId: first.product.id, reason, confidence: sure, choice: 'suggested' };
  }
  return best;
}
