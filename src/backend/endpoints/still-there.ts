import type { WixProductId } from '../../core/ids';
import type { Found } from '../sync/rows';
import type { SiteSession } from '../sync/session';
import type { ProductRow } from '../sync/tables';

/** What matching has seen of the Wix catalog. */
export interface SeenOfWix {
  readonly ids: ReadonlySet<WixProductId>;
  readonly all: boolean;
}

/**
 * A match of a product that the store lists, with what is known of its counterpart: one that was gone may be back, and one
 * that is not in the whole catalog of Wix is gone.
 */
export function stillThere(row: ProductRow, { ids, all }: SeenOfWix): ProductRow {
  if (row.choice !== 'accepted' && row.choice !== 'gone') return row;
  if (row.wixProductId === null) return { ...row, choice: 'left', goneFrom: null };
  const seen = ids.has(row.wixProductId);
  if (!seen && all) return { ...row, choice: 'gone', goneFrom: 'wix' };
  const isBack = row.choice === 'gone' && (seen || row.goneFrom === 'store');
  return isBack ? { ...row, choice: 'accepted', goneFrom: null } : row;
}

const PER_PAGE = 100;
const PAGE_CALLS = 3;

/**
 * After the whole catalog of the store was listed: a match whose product was not is kept as one that is gone, and what was
 * never matched is forgotten. A person's choice stays. 1 call when nothing is missing; otherwise as far as calls last, and the next matching goes on.
 */
export async function noteUnlisted({ rows, budget }: SiteSession, listed: ReadonlySet<string>): Promise<void> {
  if (!budget.has(1) || (await rows.count('products', {})) <= listed.size) return;
  let cursor: string | null = null;
  do {
    if (!budget.has(PAGE_CALLS)) return;
    const page: Found<ProductRow> = await rows.find('products', { where: {}, sort: { by: '_id' }, limit: PER_PAGE, cursor, consistent: true });
    const unlisted = page.rows.filter((row) => !listed.has(row._id));
    const gone = unlisted.filter(({ choice }) => choice === 'accepted');
    const idle = unlisted.filter(({ choice, reason }) => choice !== 'accepted' && choice !== 'gone' && reason !== 'manual');
    if (gone.length > 0) await rows.patchMany('products', gone.map(({ _id }) => ({ id: _id, set: { choice: 'gone', goneFrom: 'store' } })));
    if (idle.length > 0) await rows.removeMany('products', idle.map(({ _id }) => _id));
    cursor = page.next;
  } while (cursor !== null);
}
