import { brandId, type LinkId } from '../../../core/ids';
import { advice } from '../../../core/advice';
import type { LinkItem } from '../../../backend/endpoints/api-types';

type Sample = Pick<LinkItem, 'state' | 'code' | 'birth' | 'rating' | 'onWix' | 'inStore' | 'storeProductName' | 'wixProductName' | 'lastEvent'>;

const AGREED = { state: 'in-step', code: null, onWix: true, inStore: true } as const;

/** Made up, of products that nobody sells: one for each thing a merchant meets in the list. */
const SAMPLES: readonly Sample[] = [
  { ...AGREED, birth: 'store', rating: 5, wixProductName: 'Example mug', storeProductName: 'Example mug, 300 ml', lastEvent: 'Copied to Wix' },
  { ...AGREED, birth: 'wix', rating: 4, wixProductName: 'Example scarf', storeProductName: 'Example scarf', lastEvent: 'Copied to the store' },
  { state: 'skipped', code: 'AUTHOR_NO_EMAIL', birth: 'store', rating: 3, onWix: false, inStore: true, wixProductName: 'Example lamp', storeProductName: 'Example lamp', lastEvent: 'Written in the store' },
  { state: 'unmatched', code: 'PRODUCT_UNMATCHED', birth: 'store', rating: 5, onWix: false, inStore: true, wixProductName: null, storeProductName: 'Example gift card', lastEvent: 'Written in the store' },
];

/** They live on the page that shows them and nowhere else: no row, no event and no alert ever knows of them. */
export function sampleReviews(): readonly LinkItem[] {
  return SAMPLES.map((sample, at) => {
    const told = sample.code === null ? null : advice(sample.code);
    return { ...sample, id: brandId<LinkId>(`example-${String(at)}`), sentence: told?.sentence ?? null, action: told?.action.label ?? null, actionKind: null, storeReviewId: null, outcome: null, storeProductId: null, wixProductId: null, lastAtMs: 0 };
  });
}
