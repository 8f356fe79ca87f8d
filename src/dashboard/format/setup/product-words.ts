import type { Side } from '../../../core/review';
import type { ProductEntry, ProductViews } from '../../../backend/endpoints/setup/setup-types';

export type ProductView = keyof ProductViews;

/** What waits for a person comes first. */
export const PRODUCT_VIEWS: readonly ProductView[] = ['suggested', 'open', 'gone', 'left', 'matched'];

export const VIEW_WORDS: Readonly<Record<ProductView, { readonly title: string; readonly means: string; readonly none: string }>> = {
  suggested: { title: 'To confirm', means: 'A likely match was found. It is not used before you accept it.', none: 'No suggestion waits for you.' },
  open: { title: 'Nothing found', means: 'No Wix product comes close. Until you choose one, these reviews stay in the store.', none: 'A counterpart was found, or decided on, for every product.' },
  gone: { title: 'Deleted since', means: 'One of the two products was deleted. Nothing was deleted for it in the other shop: its reviews stay where they are, and new ones do not cross.', none: 'Every matched product is still in both shops.' },
  left: { title: 'Left unmatched', means: 'You said that these have no counterpart. Later matching keeps to that.', none: 'You have left no product unmatched.' },
  matched: { title: 'Matched', means: 'Reviews of these products cross. Exact matches (same SKU, or same address and name) were accepted for you.', none: 'No product is matched yet.' },
};

export function viewAtHand(products: ProductViews, wanted: string | null): ProductView {
  const named = PRODUCT_VIEWS.find((view) => view === wanted);
  return named ?? PRODUCT_VIEWS.find((view) => view !== 'left' && view !== 'gone' && products[view] > 0) ?? 'matched';
}

/** Why we think so, and how sure it is. */
export function reasonWords({ reason, confidence }: Pick<ProductEntry, 'reason' | 'confidence'>): string {
  const sure = `${Math.round(confidence * 100)}\u00a0% sure`;
  switch (reason) {
    case 'sku':
      return `Same SKU, ${sure}`;
    case 'slug':
      return `Same web address, ${sure}`;
    case 'name':
      return confidence >= 0.7 ? `Same name, ${sure}` : `Similar name, ${sure}`;
    case 'manual':
      return 'Chosen by you';
    case 'none':
      return 'Nothing found';
  }
}

/** Which of the two is missing, and what helps. */
export function goneWords(from: Side): string {
  return from === 'store' ? 'No longer in your store. Put it back there and press “Match again”, or leave it.' : 'No longer on your Wix site. Choose another Wix product, or leave it unmatched.';
}

/** What it means that several store products share a Wix product; `null` when none does. */
export function twinWords({ twins, wixProductId }: Pick<ProductEntry, 'twins' | 'wixProductId'>, view: ProductView): string | null {
  if (wixProductId === null || twins.length === 0 || view === 'gone') return null;
  const others = twins.map((twin) => `“${twin}”`).join(', ');
  return view === 'matched'
    ? `${others} ${twins.length === 1 ? 'is' : 'are'} matched with the same Wix product. Reviews of all of them appear there, one per customer; reviews written on Wix go to one of them.`
    : `${others} already ${twins.length === 1 ? 'has' : 'have'} this Wix product. Accept only if both are the same thing to your customers.`;
}
