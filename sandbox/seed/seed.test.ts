import { describe, expect, it } from 'vitest';
import { buildSeed } from './seed';

const seed = buildSeed();
const wixPair = ({ contactId, productId }: { contactId: string; productId: string }) => `${contactId} ${productId}`;
const wixIdBySku = new Map(seed.wixProducts.map(({ sku, id }) => [sku, id]));
const skuByStoreId = new Map(seed.storeProducts.map(({ id, sku }) => [id, sku]));
const contactByEmail = new Map(seed.wixContacts.map(({ email, id }) => [email, id]));
const wixByPair = new Map(seed.wixReviews.map((review) => [wixPair(review), review]));

function counterpart(review: (typeof seed.storeReviews)[number]): (typeof seed.wixReviews)[number] | undefined {
  const contactId = contactByEmail.get(review.email);
  const productId = wixIdBySku.get(skuByStoreId.get(review.productId) ?? '');
  return contactId === undefined || productId === undefined ? undefined : wixByPair.get(wixPair({ contactId, productId }));
}

describe('the seed', () => {
  it('is the same every time', () => {
    expect(buildSeed()).toEqual(seed);
  });

  it('splits the thousand reviews over the two shops with 150 in common and 25 rivals', () => {
    const met = seed.storeReviews.map((review) => ({ review, wix: counterpart(review) }));
    const common = met.filter(({ review, wix }) => wix?.body === review.review && wix.rating === review.rating).length;
    const rivals = met.filter(({ review, wix }) => wix !== undefined && wix.body !== review.review).length;
    expect({ common, rivals, wix: seed.wixReviews.length, store: seed.storeReviews.length }).toEqual({ common: 150, rivals: 25, wix: 575, store: 575 });
  });

  it('never has one contact review one product twice on Wix, even after everything is copied over', () => {
    expect(wixByPair.size).toBe(seed.wixReviews.length);
    const crossing = seed.storeReviews.filter((review) => counterpart(review) === undefined && review.email !== '');
    expect(new Set(crossing.map(({ email, productId }) => `${email} ${productId}`)).size).toBe(crossing.length);
  });

  it('brings at most 80 store authors that Wix does not know, and a few without an address', () => {
    const strangers = new Set(seed.storeReviews.map(({ email }) => email).filter((email) => email !== '' && !contactByEmail.has(email)));
    expect(strangers.size).toBe(80);
    expect(seed.storeReviews.filter(({ email }) => email === '')).toHaveLength(6);
  });

  it('has six products in each shop that the other lacks', () => {
    const wix = new Set(seed.wixProducts.map(({ sku }) => sku));
    const store = new Set(seed.storeProducts.map(({ sku }) => sku));
    expect([...wix].filter((sku) => !store.has(sku))).toHaveLength(6);
    expect([...store].filter((sku) => !wix.has(sku))).toHaveLength(6);
  });

  it('gives every person an address of example.com and every store review words', () => {
    for (const { email } of [...seed.wixContacts, ...seed.storeReviews.filter((review) => review.email !== '')]) expect(email).toMatch(/^[a-z.]+\d+@example\.com$/u);
    expect(new Set(seed.wixContacts.map(({ email }) => email)).size).toBe(seed.wixContacts.length);
    expect(seed.storeReviews.every(({ review }) => review !== '')).toBe(true);
  });
});
