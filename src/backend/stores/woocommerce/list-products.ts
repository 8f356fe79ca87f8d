import type { Page, StoreProduct } from '../store';
import { readPage } from './page';
import { PRODUCT_FIELDS, productFromWire } from './product-from-wire';
import type { Send } from './request';

const QUERY = { orderby: 'id', order: 'asc', _fields: PRODUCT_FIELDS };

export function listProducts(send: Send, cursor: string | null): Promise<Page<StoreProduct>> {
  return readPage(send, 'products', QUERY, cursor, productFromWire);
}
