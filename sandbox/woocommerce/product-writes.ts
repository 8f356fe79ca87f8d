import type { ProductRow } from './rows';
import { nowMs, type Site } from './site';

/**
 * What WordPress does when a product's comments change: WooCommerce recomputes the stars and saves the product,
 * and each save tells the webhooks. It reads the ratings as they are at this moment, which is the whole bug.
 */
export function recountProduct(site: Site, productId: number): void {
  const product = site.db.products.get(productId);
  if (product === undefined) return;
  let sum = 0;
  let count = 0;
  for (const row of site.db.comments.ofProduct(productId)) {
    if (row.status !== 'approved' || row.type !== 'review' || row.rating <= 0) continue;
    sum += row.rating;
    count += 1;
  }
  const averageRating = (count === 0 ? 0 : sum / count).toFixed(2);
  saveProduct(site, { ...product, averageRating, ratingCount: count });
}

export function saveProduct(site: Site, product: ProductRow): ProductRow {
  const saved = { ...product, modifiedMs: nowMs(site) };
  site.db.products.put(saved);
  site.fire('woocommerce_update_product', saved.id);
  return saved;
}

/** For ever, with its comments; nothing is sent about them, only about the product. */
export function deleteProduct(site: Site, productId: number): void {
  for (const row of site.db.comments.ofProduct(productId)) site.db.comments.delete(row.id);
  site.fire('woocommerce_update_product', productId);
  site.db.products.delete(productId);
}
