/** The two shops a review can live in. */
export type Side = 'wix' | 'store';

export const SIDES: readonly Side[] = ['wix', 'store'];

export function otherSide(side: Side): Side {
  return side === 'wix' ? 'store' : 'wix';
}

/** Whole stars, 1 to 5: what both Wix and every supported store can hold. */
export type Rating = 1 | 2 | 3 | 4 | 5;

/**
 * Who can see the review. `pending` waits for a person's decision on its own side,
 * so it never overrules what the other side shows.
 */
export type Status = 'published' | 'pending' | 'hidden';

/** A review's content in canonical form (see `canonical-text.ts`): plain text, the same bytes on both sides. */
export interface ReviewFields {
  readonly title: string;
  readonly body: string;
  /** `null` when the shopper gave no stars; Wix cannot hold such a review. */
  readonly rating: Rating | null;
  readonly author: string;
  readonly status: Status;
  /** The shop's public answer, `null` when there is none. */
  readonly reply: string | null;
}

export type Field = keyof ReviewFields;

export const FIELDS: readonly Field[] = ['title', 'body', 'rating', 'author', 'status', 'reply'];
