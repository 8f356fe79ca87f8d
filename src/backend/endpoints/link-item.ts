import { advice } from '../../core/advice';
import type { LinkRow } from '../sync/tables';
import type { LinkItem } from './api-types';
import { explain } from './explain';

export interface ProductNames {
  readonly store: string | null;
  readonly wix: string | null;
}

const UNNAMED: ProductNames = { store: null, wix: null };

/** A link as the merchant's list shows it. */
export function linkItem(link: LinkRow, names: ProductNames = UNNAMED): LinkItem {
  const told = link.code === null ? null : explain(link.code);
  return {
    id: link._id,
    state: link.state,
    code: link.code,
    sentence: told?.sentence ?? null,
    action: told?.action ?? null,
    actionKind: link.code === null ? null : advice(link.code).action.kind,
    outcome: link.outcome,
    birth: link.birth,
    rating: link.rating,
    onWix: link.wixReviewId !== null && link.gone !== 'wix' && link.state !== 'gone',
    inStore: link.storeReviewId !== null && link.gone !== 'store' && link.state !== 'gone',
    storeReviewId: link.storeReviewId,
    storeProductId: link.storeProductId,
    wixProductId: link.wixProductId,
    storeProductName: names.store,
    wixProductName: names.wix,
    lastEvent: link.lastEvent,
    lastAtMs: link.lastAtMs,
  };
}
