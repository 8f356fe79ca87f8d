import type { Capabilities, Direction, Policy, Truth } from '../../../core/plan-types';
import type { Field } from '../../../core/review';

export const FIELD_NAMES: Readonly<Record<Field, string>> = {
  rating: 'Stars', body: 'Text', title: 'Title', author: 'Name', status: 'Visibility', reply: 'Your reply',
};

/** The order a review is read in. */
export const FIELD_ORDER: readonly Field[] = ['rating', 'body', 'author', 'status', 'title', 'reply'];

export const DIRECTION_WORDS: Readonly<Record<Direction, string>> = {
  both: 'Both ways', 'to-store': 'Only from Wix to the store', 'to-wix': 'Only from the store to Wix', off: 'Not at all',
};

export const TRUTH_WORDS: Readonly<Record<Truth, string>> = { birth: 'The shop it was written in', wix: 'Your Wix site', store: 'Your store' };

export const ON_DELETE_WORDS: Readonly<Record<Policy['onDelete'], string>> = {
  delete: 'Remove the copy too (in the store it goes to the bin; on Wix it is final)',
  hide: 'Hide the copy',
  keep: 'Keep the copy as it is',
};

const CANNOT: Readonly<Record<Field, string>> = {
  title: 'WooCommerce reviews have no title, so a title stays on Wix. It is never mixed into the text.',
  reply: 'In WooCommerce a reply is a WordPress comment, which these keys may neither read nor write. It stays where you gave it.',
  rating: 'This store holds no stars.',
  body: 'This store holds no text.',
  author: 'This store holds no names.',
  status: 'This store does not say who can see a review.',
};

/** Why a field cannot cross for this store; `null` when it can. */
export function cannotCross(field: Field, { holds }: Pick<Capabilities, 'holds'>): string | null {
  return holds.includes(field) ? null : CANNOT[field];
}

/** What is no choice, because it is always so. */
export const ALWAYS: readonly { readonly name: string; readonly words: string }[] = [
  { name: 'Date', words: 'Goes along when a copy is made. Neither shop lets it be changed afterwards.' },
  { name: 'Photos and videos', words: 'Photos from the store are shown with the review on Wix, without the place where they were taken. Videos stay where they are, and what is on Wix stays on Wix: a WooCommerce review has no place for it.' },
];

/** What choosing a direction means for the copies; `null` where there is nothing to warn of. */
export function directionWarning(field: Field, direction: Direction): string | null {
  if (field !== 'body' && field !== 'rating') return null;
  switch (direction) {
    case 'both':
      return null;
    case 'off':
      return 'A review is nothing without it, so no review is copied in either direction.';
    case 'to-store':
      return 'A review is nothing without it, so no store review is copied to Wix.';
    case 'to-wix':
      return 'A review is nothing without it, so no Wix review is copied to the store.';
  }
}
