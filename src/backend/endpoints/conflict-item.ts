import type { ReviewFields } from '../../core/review';
import type { ConflictRow, LinkRow } from '../sync/tables';
import type { ConflictItem } from './api-types';
import type { ProductNames } from './link-item';
import { productKey } from '../../core/product-key';

/** What a conflict is about, as far as it is still known. */
export interface ConflictContext {
  readonly link: Pick<LinkRow, 'rating' | 'wixProductId' | 'storeProductId'> | null;
  readonly names: ProductNames | null;
  /** What the winner's side holds now. */
  readonly fields: ReviewFields | null;
}

/** A conflict as the dashboard shows it. */
export function conflictItem({ _id, field, winner, lost, state, atMs, linkId }: ConflictRow, { link, names, fields }: ConflictContext): ConflictItem {
  return {
    id: _id, field, winner, lost: shown(JSON.parse(lost)), stands: fields === null ? null : shown(fields[field]), state, atMs, linkId,
    product: names?.wix ?? names?.store ?? null, productKey: link === null ? null : productKey(link), rating: link?.rating ?? null, author: fields?.author ?? null,
  };
}

/** Numbers and missing values have no words of their own. */
function shown(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
