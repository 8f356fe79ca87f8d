import { recountProduct } from './product-writes';
import type { CommentRow, CommentStatus } from './rows';
import type { Site } from './site';

/** Every status a caller may ask for; `unspam` and `untrash` bring the former one back. */
export const STATUS_CHANGES = ['approved', 'hold', 'spam', 'unspam', 'trash', 'untrash'] as const;
export type StatusChange = (typeof STATUS_CHANGES)[number];

export function insertComment(site: Site, row: Omit<CommentRow, 'id'>): CommentRow {
  const inserted: CommentRow = { ...row, id: site.db.nextId('comment') };
  site.db.comments.put(inserted);
  if (inserted.status === 'approved') recountProduct(site, inserted.productId);
  return inserted;
}

/** Saves a changed row; WordPress counts again afterwards, also when nothing changed. */
export function saveComment(site: Site, row: CommentRow): CommentRow {
  site.db.comments.put(row);
  recountProduct(site, row.productId);
  return row;
}

export function changeStatus(site: Site, row: CommentRow, change: StatusChange): CommentRow {
  const next = nextStatus(row, change);
  if (next === row.status) return row;
  const leaving = row.status === 'approved' || row.status === 'hold' || row.status === 'spam' ? row.status : row.statusBefore;
  const statusBefore = next === 'trash' || next === 'spam' ? leaving : null;
  return saveComment(site, { ...row, status: next, statusBefore });
}

function nextStatus(row: CommentRow, change: StatusChange): CommentStatus {
  switch (change) {
    case 'approved':
    case 'hold':
    case 'spam':
    case 'trash':
      return change;
    case 'unspam':
      return row.status === 'spam' ? (row.statusBefore ?? 'hold') : row.status;
    case 'untrash':
      return row.status === 'trash' ? (row.statusBefore ?? 'hold') : row.status;
  }
}

/** For ever. Its answers move up to its own parent; only the loss of a visible comment is counted and told. */
export function removeComment(site: Site, row: CommentRow): void {
  for (const child of site.db.comments.ofProduct(row.productId)) {
    if (child.parent === row.id) site.db.comments.put({ ...child, parent: row.parent });
  }
  site.db.comments.delete(row.id);
  if (row.status === 'approved') recountProduct(site, row.productId);
}
