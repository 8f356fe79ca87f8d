import type { SiteSession } from '../../sync/session';
import type { Where } from '../../sync/rows';
import type { ProductRow } from '../../sync/tables';
import type { ProductViews } from './setup-types';

export type ProductView = keyof ProductViews;

/** "Leave unmatched" is a person's choice and kept as one; "nothing found" is only where matching stands. */
export const VIEW_WHERE: Readonly<Record<ProductView, Where<ProductRow>>> = {
  suggested: { choice: 'suggested' },
  open: { choice: 'left', reason: { not: 'manual' } },
  matched: { choice: 'accepted' },
  left: { choice: 'left', reason: 'manual' },
  gone: { choice: 'gone' },
};

/** 5 calls. */
export async function countProductViews({ rows }: SiteSession): Promise<ProductViews> {
  const count = (view: ProductView): Promise<number> => rows.count('products', VIEW_WHERE[view]);
  const [suggested, open, matched, left, gone] = await Promise.all([count('suggested'), count('open'), count('matched'), count('left'), count('gone')]);
  return { suggested, open, matched, left, gone };
}
