import type { LinkItem } from '../../../backend/endpoints/api-types';

type Code = NonNullable<LinkItem['code']>;

/** Why a review is where it is, in few words: what the list can be narrowed to. The list itself has the whole sentence. */
export const REASON_NAMES = {
  PRODUCT_UNMATCHED: 'Product without a match',
  AUTHOR_NO_EMAIL: 'No e-mail address',
  RATING_MISSING: 'No stars',
  BODY_MISSING: 'No text',
  FIELD_TOO_LONG: 'Too long for the other shop',
  CONTACT_HAS_REVIEW: 'Customer has another review',
  DIFFERENT_REVIEWS: 'Two different reviews',
  NOT_PUBLISHED: 'Not published',
  DIRECTION_OFF: 'Not to cross, by your choice',
  CANNOT_EDIT: 'Edit cannot cross',
  CANNOT_DELETE: 'Deletion cannot cross',
  GONE_UNPROVEN: 'Maybe deleted',
  PRODUCT_GONE: 'Product deleted in the other shop',
  COUNTERPART_GONE: 'Deleted in the other shop',
  ROLLED_BACK: 'Copy taken back',
  WIX_ORGANIC_REFUSED: 'Wix lets no app change it',
  WIX_REFUSED: 'Refused by Wix',
  STORE_REFUSED: 'Refused by the store',
  STORE_REVIEW_DUPLICATE: 'The store says it has it',
  PICTURE_FAILED: 'Picture not fetched',
} as const satisfies Partial<Readonly<Record<Code, string>>>;

export type Reason = keyof typeof REASON_NAMES;

export function isReason(text: string): text is Reason {
  return Object.hasOwn(REASON_NAMES, text);
}
