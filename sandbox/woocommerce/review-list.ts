import { listParam, parseDate, textParam, type Params } from './params';
import type { CommentRow } from './rows';
import type { Site } from './site';

/** The reviews a list request asks for, in its order, before paging. */
export function listReviews(site: Site, params: Params): CommentRow[] {
  const matches = buildFilter(site, params);
  const [product, ...others] = listParam(params, 'product');
  const candidates = product === undefined || others.length > 0 ? site.db.comments.all() : site.db.comments.ofProduct(product);
  const rows = candidates.filter((row) => row.type === 'review' && matches(row));
  return sortReviews(rows, params);
}

function buildFilter(site: Site, params: Params): (row: CommentRow) => boolean {
  const [include, exclude, products] = [listParam(params, 'include'), listParam(params, 'exclude'), listParam(params, 'product')];
  const [reviewers, reviewersOut] = [listParam(params, 'reviewer'), listParam(params, 'reviewer_exclude')];
  const status = textParam(params, 'status') ?? 'approved';
  const email = textParam(params, 'reviewer_email');
  const search = textParam(params, 'search')?.toLowerCase() ?? '';
  const afterMs = dateParam(site, params, 'after');
  const beforeMs = dateParam(site, params, 'before');
  return (row) =>
    // "all" means what a shop still has to look at: spam and trash need their own requests.
    (status === 'all' ? row.status === 'approved' || row.status === 'hold' : row.status === status) &&
    (products.length === 0 || products.includes(row.productId)) &&
    (include.length === 0 || include.includes(row.id)) &&
    !exclude.includes(row.id) &&
    (reviewers.length === 0 || reviewers.includes(row.userId)) &&
    !reviewersOut.includes(row.userId) &&
    (email === undefined || row.email === email) &&
    (search === '' || `${row.author}\n${row.email}\n${row.content}`.toLowerCase().includes(search)) &&
    (afterMs === null || row.createdMs > afterMs) &&
    (beforeMs === null || row.createdMs < beforeMs);
}

function dateParam(site: Site, params: Params, name: string): number | null {
  const text = textParam(params, name);
  return text === undefined ? null : parseDate(text, site.utcOffsetMinutes);
}

function sortReviews(rows: CommentRow[], params: Params): CommentRow[] {
  const turn = textParam(params, 'order') === 'asc' ? 1 : -1;
  const by = textParam(params, 'orderby') ?? 'date_gmt';
  if (by === 'include') {
    const wanted = listParam(params, 'include');
    return rows.sort((a, b) => wanted.indexOf(a.id) - wanted.indexOf(b.id));
  }
  const key = (row: CommentRow) => (by === 'id' ? row.id : by === 'product' ? row.productId : row.createdMs);
  return rows.sort((a, b) => turn * (key(a) - key(b) || a.id - b.id));
}
