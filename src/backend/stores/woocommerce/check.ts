import type { StoreHealth } from '../store';
import { listReviews } from './list-reviews';
import type { Send } from './request';

/**
 * Reads reviews just as a sync does, which proves address, plug-in and keys together. No single call would prove that
 * and tell the shop's title or its WooCommerce version, so the store goes by its host name and its API's version.
 */
export async function check(send: Send, base: string): Promise<StoreHealth> {
  await listReviews(send, null);
  const { host, pathname } = new URL(base);
  return { name: `${host}${pathname}`.replace(/\/$/u, ''), version: 'wc/v3' };
}
