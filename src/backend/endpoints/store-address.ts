import { parseStoreUrl } from '../stores/woocommerce/store-url';

/**
 * The address as it is kept, shown and compared. Merchants type `shop.example` or paste an admin page's address.
 * Whether this machine may be a store is for `connectStore` to say, which is asked right after.
 */
export function storeAddress(typed: string): string {
  const text = /^[a-z][a-z0-9+.-]*:\/\//iu.test(typed) ? typed : `https://${typed}`;
  return parseStoreUrl(text, 'allowed').base;
}
