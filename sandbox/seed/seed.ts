import { crowd, type Crowd } from './authors';
import { readCsvReviews, type CsvReview } from './csv-reviews';
import { hashedGuid, hashedNumber } from './hashed';
import { person, type Person } from './people';
import { seedProducts, type SeedProducts } from './products';
import type { Seed, StoreSeedReview, WixSeedReview } from './seed-types';
import { splitReviews } from './split';

/** People Wix knows. */
const CONTACTS = 260;
/** People only the store knows: each costs a contact to create, so there are few. */
const STRANGERS = 80;
const STRANGER_REVIEWS = 100;
const NAMELESS_REVIEWS = 6;
const FIRST_REVIEW_ID = 5001;
const EVERY_NTH_HAS_IMAGES = 9;
const EVERY_NTH_HAS_A_CLIP = 45;
const FROM_MS = Date.UTC(2023, 0, 5);
const SPAN_S = 1_380 * 86_400;

/** Two shops with some reviews in common, some rivals and some strangers; the same ones every time. */
export function buildSeed(): Seed {
  const reviews = readCsvReviews();
  const split = splitReviews(reviews);
  const products = seedProducts(reviews);
  const contacts = crowd(0, CONTACTS);
  const wixReviews: WixSeedReview[] = [];
  const storeReviews: StoreSeedReview[] = [];
  const addWix = (review: CsvReview, author: Person) => wixReviews.push(toWix(review, author, products));
  const addStore = (review: CsvReview, author: Pick<Person, 'name' | 'email'>) => storeReviews.push(toStore(review, author, products, FIRST_REVIEW_ID + storeReviews.length));

  for (const review of split.both) {
    const author = contacts.writerFor(review.product);
    addWix(review, author);
    addStore(review, author);
  }
  for (const { onWix, inStore } of split.rivals) {
    const author = contacts.writerFor(onWix.product);
    addWix(onWix, author);
    addStore(inStore, author);
  }
  for (const review of split.wixOnly) addWix(review, contacts.writerFor(review.product));
  const strangers = crowd(CONTACTS, STRANGERS);
  split.storeOnly.forEach((review, index) => addStore(review, storeAuthor(review, index, contacts, strangers)));

  const keys = [...new Set(reviews.map(({ product }) => product))];
  return {
    wixProducts: keys.filter((key) => !split.storeOnlyProducts.has(key)).map(products.wix),
    storeProducts: keys.filter((key) => !split.wixOnlyProducts.has(key)).map(products.store),
    wixContacts: Array.from({ length: CONTACTS }, (_, index) => person(index)).map(({ id, first, last, email }) => ({ id, first, last, email })),
    wixReviews,
    storeReviews,
  };
}

function storeAuthor(review: CsvReview, index: number, contacts: Crowd, strangers: Crowd): Pick<Person, 'name' | 'email'> {
  if (index < NAMELESS_REVIEWS) return { name: person(CONTACTS + STRANGERS + index).name, email: '' };
  return (index < NAMELESS_REVIEWS + STRANGER_REVIEWS ? strangers : contacts).writerFor(review.product);
}

function toWix(review: CsvReview, author: Person, products: SeedProducts): WixSeedReview {
  return {
    id: hashedGuid(`review ${review.row}`),
    productId: products.wix(review.product).id,
    contactId: author.id,
    authorName: author.name,
    rating: review.rating,
    title: review.title === '' ? null : review.title,
    body: review.text === '' ? null : review.text,
    writtenMs: writtenMs(review),
    foundHelpful: review.helpful,
    clip: review.row % EVERY_NTH_HAS_A_CLIP === 0 ? `seed_${review.row}_clip` : null,
    images: review.row % EVERY_NTH_HAS_IMAGES === 0 ? images(review) : [],
  };
}

function toStore(review: CsvReview, { name, email }: Pick<Person, 'name' | 'email'>, products: SeedProducts, id: number): StoreSeedReview {
  return { id, productId: products.store(review.product).id, reviewer: name, email, review: review.text, rating: review.rating, createdMs: writtenMs(review) };
}

function images({ row }: CsvReview): WixSeedReview['images'] {
  return Array.from({ length: 1 + (row % 3) }, (_, index) => ({ id: `seed_${row}_${index}~mv2.jpg`, width: 1200, height: index % 2 === 0 ? 900 : 1600 }));
}

/** Whole seconds: the store keeps no more. */
function writtenMs({ row }: CsvReview): number {
  return FROM_MS + hashedNumber(`date ${row}`, SPAN_S) * 1000;
}
