import { z } from 'zod';
import { ANY_RANK } from '../../../core/attention-rank';
import type { AttentionRow } from '../../sync/attention-row';
import type { FindOptions, Where } from '../../sync/rows';
import { productOfKey } from '../../../core/product-key';
import { ProductKey } from '../product-key';
import { INBOX_VIEWS, type InboxFilter } from './inbox-types';

const HOUR_MS = 3_600_000;

/** The parameters of a list's address. */
export const FilterQuery = z.strictObject({
  view: z.enum(INBOX_VIEWS).default('open'),
  rating: z.enum(['1', '2', '3'], '1, 2 or 3').optional(),
  side: z.enum(['wix', 'store']).optional(),
  product: ProductKey.optional(),
  older: z.coerce.number('a number of hours').int().min(1).max(100_000).optional(),
  q: z.string().trim().max(200, 'at most 200 characters').optional(),
  cursor: z.string().max(4000, 'a cursor this app answered with').optional(),
  version: z.string().max(4000, 'a version this app answered with').optional(),
});

export function filterOf({ view = 'open', rating, side, product, older, q }: Partial<z.output<typeof FilterQuery>>): InboxFilter {
  return {
    view,
    rating: rating === undefined ? null : (Number(rating) as 1 | 2 | 3),
    side: side ?? null,
    product: product ?? null,
    olderThanHours: older ?? null,
    text: q === undefined || q === '' ? null : q,
  };
}

function productIs(key: string): Where<AttentionRow> {
  const { wixProductId, storeProductId } = productOfKey(key);
  return wixProductId === null ? { storeProductId } : { wixProductId };
}

/** Where a page of the list comes from: one index answers it, and every filter is a condition of the query. */
export function inboxQuery({ view, rating, side, product, olderThanHours }: InboxFilter, nowMs: number): Pick<FindOptions<AttentionRow>, 'where' | 'sort'> {
  const narrowed: Where<AttentionRow> = {
    ...(rating === null ? {} : { rating }),
    ...(side === null ? {} : { birth: side }),
    ...(product === null ? {} : productIs(product)),
    ...(olderThanHours === null ? {} : { raisedAtMs: { atMost: nowMs - olderThanHours * HOUR_MS } }),
  };
  switch (view) {
    case 'open':
      return { where: { ...narrowed, openRank: { atMost: ANY_RANK }, wakeAtMs: { atMost: nowMs } }, sort: { by: 'openRank' } };
    case 'snoozed':
      return { where: { ...narrowed, openRank: { atMost: ANY_RANK }, wakeAtMs: { above: nowMs } }, sort: { by: 'openRank' } };
    case 'done':
      return { where: { ...narrowed, openRank: null }, sort: { by: 'changedAtMs', descending: true } };
  }
}
