import { postMatch } from '../src/backend/endpoints/match';
import { brandId, type StoreProductId } from '../src/core/ids';
import { productRowId } from '../src/core/link-id';
import type { Side } from '../src/core/review';
import { request } from './kill-everywhere.dashboard';
import type { Desk } from './kill-everywhere.desk';
import type { Operation, Operations } from './kill-everywhere.operation';
import { inStore, onWix, STORE_PRODUCT, WIX_PRODUCT, writeInStore, writeOnWix } from './kill-everywhere.people';
import { INSTANCE } from './world/world';

/** One written on either side, so that an original and a copy are at stake in each shop. */
const TEXTS = ['born in the store', 'born on Wix'] as const;

async function pairs(desk: Desk): Promise<void> {
  writeOnWix(desk, 0, 'born on Wix');
  writeInStore(desk, 2, 'born in the store');
  await desk.settle();
}

/** For good, with its reviews, of which the store says nothing. */
function deleteInStore(desk: Desk): void {
  const { shops } = desk.world;
  shops.closed.add(STORE_PRODUCT);
  for (const { id } of inStore(desk)) shops.vanishFromStore(id);
}

/** Wix tells of each review that it was deleted, as it does of those that a person deletes. */
function deleteOnWix(desk: Desk): void {
  const { shops } = desk.world;
  shops.closed.add(WIX_PRODUCT);
  for (const { id } of onWix(desk)) shops.deleteOnWix(id, false);
}

/** The store makes its reviews undecided while it is there, and tells of each. */
function binInStore(desk: Desk): void {
  const { shops } = desk.world;
  shops.closed.add(STORE_PRODUCT);
  for (const { id, fields } of inStore(desk)) shops.changeInStore(id, { fields: { ...fields, status: 'pending' } }, false);
}

function sweep(desk: Desk): void {
  desk.press(async () => desk.engine('startSweep')(await desk.world.openSync()));
}

/** Each review of the other shop says why it stays alone, and the match is kept as what it is. */
function notKept(from: Side): NonNullable<Operation['wrong']> {
  return ({ world: { rows } }) => [
    ...rows.all('links').filter(({ state, code }) => state !== 'skipped' || code !== 'PRODUCT_GONE').map(({ _id, state, code }) => `${_id}: ${state} ${String(code)}`),
    ...rows.all('products').filter(({ storeProductId }) => storeProductId === STORE_PRODUCT).filter(({ choice, goneFrom }) => choice !== 'gone' || goneFrom !== from).map(({ choice }) => `the match is ${choice}`),
  ];
}

const SUCCESSOR = brandId<StoreProductId>('sp9');

/** Sold in the place of the product that went, and suggested for it. */
function sellSuccessor({ world }: Desk): void {
  const _id = productRowId(INSTANCE, SUCCESSOR);
  const [before] = world.rows.all('products');
  if (before === undefined) throw new Error('Expected a product');
  world.rows.table('products').set(_id, { ...before, _id, storeProductId: SUCCESSOR, choice: 'suggested', reason: 'name', goneFrom: null });
  world.products.unshift({ wix: WIX_PRODUCT, store: SUCCESSOR });
}

const UNTOUCHED = { wix: 0, store: 0 } as const;

/** A product goes, and with it every review of it in that shop: nothing that customers wrote is deleted in the other. */
export const PRODUCTS: Operations = {
  'a product deleted for good in the store, found by a sweep': {
    before: async (desk) => {
      await pairs(desk);
      deleteInStore(desk);
    },
    act: sweep, wix: TEXTS, store: [], writes: UNTOUCHED, proves: ['store.getProduct', 'rows.patch'], explains: ['PRODUCT_GONE'], wrong: notKept('store'),
  },
  'a product that went, followed by one that is matched in its place': {
    before: async (desk) => {
      await pairs(desk);
      deleteInStore(desk);
      sweep(desk);
      await desk.settle();
      sellSuccessor(desk);
    },
    act: (desk) => desk.press(() => request(desk, postMatch, { storeProductId: SUCCESSOR, wixProductId: WIX_PRODUCT })),
    wix: TEXTS, store: TEXTS, writes: { wix: 0, store: 2 }, proves: ['store.createReviews', 'rows.patchMany'],
    wrong: (desk) => inStore(desk).filter(({ productId }) => productId !== SUCCESSOR).map(({ id }) => `${id} is on another product`),
  },
  'a product put in the bin of the store': {
    before: pairs, act: binInStore, wix: TEXTS, store: TEXTS, writes: UNTOUCHED, proves: ['store.getProduct', 'rows.patch'], explains: ['PRODUCT_GONE'], wrong: notKept('store'),
  },
  'a product deleted on Wix, with an event for each of its reviews': {
    before: pairs, act: deleteOnWix, wix: [], store: TEXTS, writes: UNTOUCHED, proves: ['wix.getProduct', 'rows.patch'], explains: ['PRODUCT_GONE'], wrong: notKept('wix'),
  },
  'a product deleted on Wix that nobody told of, found by a sweep': {
    before: async (desk) => {
      await pairs(desk);
      const { shops } = desk.world;
      shops.closed.add(WIX_PRODUCT);
      for (const { id } of onWix(desk)) shops.wix.delete(id);
    },
    act: sweep, wix: [], store: TEXTS, writes: UNTOUCHED, proves: ['wix.getProduct', 'rows.patch'], explains: ['PRODUCT_GONE'], wrong: notKept('wix'),
  },
};
