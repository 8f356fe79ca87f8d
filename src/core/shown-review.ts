import type { Rating } from './review';

/** A picture or video of a review, named by its id in Wix's media service: every address is made from the id. */
export interface ShownFile {
  readonly kind: 'image' | 'video';
  readonly id: string;
  /** Of the original, in pixels; `null` when nobody knows. */
  readonly width: number | null;
  readonly height: number | null;
  /** Id of the picture that stands for a video until it plays. */
  readonly poster: string | null;
}

/** What visitors may see of a published review. Whoever reads it is nobody's contact: no id, no e-mail. */
export interface ShownReview {
  readonly id: string;
  readonly author: string;
  readonly rating: Rating;
  readonly title: string;
  readonly body: string;
  /** ISO 8601. */
  readonly writtenAt: string;
  /** Wix saw the purchase. */
  readonly verified: boolean;
  /** It came from the merchant's other store. */
  readonly fromStore: boolean;
  readonly helpful: number;
  readonly unhelpful: number;
  /** Helpful minus unhelpful votes, as Wix counts them. */
  readonly helpfulness: number;
  readonly reply: string | null;
  readonly files: readonly ShownFile[];
}
