import type { StoreReview } from '../store';
import { REVIEW_FIELDS } from './review-from-wire';

/** WooCommerce lists the spam and the bin only when asked for by name; `all` means approved and held. */
const STATUSES = ['all', 'spam', 'trash'] as const;

/** The part of a query that chooses one of them. */
export interface StatusQuery extends Readonly<Record<string, string>> {
  readonly status: (typeof STATUSES)[number];
  readonly _fields: string;
}

/** Asks for one status after the other until `enough` says that what was found will do. At most 3 calls. */
export async function inEveryStatus(read: (query: StatusQuery) => Promise<readonly StoreReview[]>, enough: (found: readonly StoreReview[]) => boolean): Promise<readonly StoreReview[]> {
  const found: StoreReview[] = [];
  for (const status of STATUSES) {
    if (status !== STATUSES[0] && enough(found)) break;
    found.push(...(await read({ status, _fields: REVIEW_FIELDS })));
  }
  return found;
}
