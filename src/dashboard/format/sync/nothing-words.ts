import { STATE_LABELS } from '../link-state-label';
import { REASON_NAMES } from './reason-names';
import type { SyncPlace } from './sync-place';

type Narrowed = Pick<SyncPlace, 'state' | 'code' | 'q' | 'product'>;

export function isNarrowed({ state, code, q, product }: Narrowed): boolean {
  return state !== null || code !== null || q !== null || product !== null;
}

/** An empty list is told by what it was narrowed to: nothing that can be found is no news, nothing at all is. */
export function nothingWords({ state, code, q, product }: Narrowed): { readonly title: string; readonly subtitle: string } {
  if (q !== null) return { title: `No reviews of a product called “${q}”${state === null && code === null ? '' : ' in this selection'}`, subtitle: 'This looks through your store’s products and what they are matched with. A product that only Wix has is found with “Find a product”.' };
  if (product !== null) return { title: `No reviews of this product${state === null && code === null ? '' : ' in this selection'}`, subtitle: 'They appear here once one is written or everything was compared.' };
  if (code !== null) return { title: `No reviews with the reason “${REASON_NAMES[code]}”${state === null ? '' : ' in this state'}`, subtitle: 'Nothing is kept back for it.' };
  if (state !== null) return { title: `No reviews in “${STATE_LABELS[state].text}”`, subtitle: STATE_LABELS[state].none };
  return { title: 'No reviews yet', subtitle: 'Reviews appear here once one is written or everything was compared.' };
}
