import type { Field, ReviewFields } from './review';

/** The fields that tell one review from another. */
export const CONTENT: readonly Field[] = ['title', 'body', 'rating'];

/**
 * Whether two reviews say the same, as far as fields in `holds` can tell: how a copy made earlier is known. Who is
 * named as author, who may see it and what the shop answered do not make it another review.
 */
export function sameContent(a: ReviewFields, b: ReviewFields, holds: readonly Field[]): boolean {
  const compared = CONTENT.filter((field) => holds.includes(field));
  // Nothing in common to compare is no proof of being the same.
  return compared.length > 0 && compared.every((field) => a[field] === b[field]);
}
