import { ANY_RANK } from '../../../core/attention-rank';
import type { AttentionRow } from '../../sync/attention-row';
import type { FindOptions, Found } from '../../sync/rows';

type Query = Pick<FindOptions<AttentionRow>, 'where' | 'sort'>;

const SHAPE = /^(\d{0,20})~(.*)$/u;

/**
 * Where the following page begins. Places are counted, and an owner who works through a list takes items out of it: the
 * next page by count would leave out as many. So a page of ranked items begins at the rank of the last one before it;
 * what shares that rank is shown again, and left out by whoever shows it. A page that is all of one rank is counted on.
 */
export function cursorAfter({ sort }: Query, { rows, next }: Found<AttentionRow>, before: string | null): string | null {
  if (next === null) return null;
  const [first, last] = [rows[0]?.openRank ?? null, rows.at(-1)?.openRank ?? null];
  if (sort?.by !== 'openRank' || last === null) return `~${next}`;
  return first === last ? `${partsOf(before).rank ?? ''}~${next}` : `${last}~`;
}

/** The query of the page that a cursor of ours names. */
export function pageAt(query: Query, cursor: string | null): Query & { readonly cursor: string | null } {
  const { rank, inner } = partsOf(cursor);
  // Ranks are whole numbers: above the one before is the same as from this one on.
  return { ...query, ...(rank === null ? {} : { where: { ...query.where, openRank: { above: rank - 1 } } }), cursor: inner };
}

function partsOf(cursor: string | null): { readonly rank: number | null; readonly inner: string | null } {
  const [, rank = '', inner = ''] = SHAPE.exec(cursor ?? '') ?? [];
  return { rank: rank === '' ? null : Math.min(Number(rank), ANY_RANK), inner: inner === '' ? null : inner };
}
