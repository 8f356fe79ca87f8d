import { brandId, type ContactId } from '../src/core/ids';
import type { Page, StoreReview } from '../src/backend/stores/store';
import { BenchWorld } from './bench-world';
import { bigShop, pageOf } from './big-shop';
import { round } from './walk';

/**
 * The flow as Wix documents it, review by review: look the product up in the mapping, find the author's contact, ask
 * whether that contact reviewed the product. Nothing is created, as all of them are there.
 */
export async function benchNaiveWalk(count: number): Promise<number> {
  const shop = bigShop(count);
  const bench = new BenchWorld();
  for (const review of shop.wix) {
    const number = Number(review.id.slice(1));
    const contactId = brandId<ContactId>(`k${number}`);
    bench.world.shops.contacts.set(contactId, shop.store[number]?.email ?? null);
    bench.world.shops.createOnWix({ productId: review.productId, contactId, fields: review.fields, writtenAt: review.writtenAt, byApp: false });
  }
  bench.meter.read();
  for (let cursor: string | null = null, more = true; more; ) {
    const page: Page<StoreReview> = pageOf(shop.store, cursor);
    for (const review of page.items) {
      await bench.invoke(async (_, open) => {
        const { rows, wix } = await open();
        const { email } = review;
        if (email === null) return;
        const mapping = await rows.find('products', { where: { storeProductId: review.productId }, limit: 1 });
        const contact = (await wix.contactsByEmail([email])).get(email);
        const productId = mapping.rows[0]?.wixProductId ?? shop.wix[Number(review.id.slice(1))]?.productId;
        if (contact !== undefined && productId !== undefined) await wix.findReviews([contact], [productId]);
      });
    }
    cursor = page.next;
    more = cursor !== null;
  }
  const cost = bench.meter.read();
  return round((cost.wixCalls + cost.dataCalls) / (count / 100));
}
