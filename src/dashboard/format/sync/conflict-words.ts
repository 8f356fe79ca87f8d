import type { ConflictItem } from '../../../backend/endpoints/api-types';
import { counted } from '../format-count';

const FIELDS: Readonly<Record<ConflictItem['field'], string>> = {
  title: 'Title', body: 'Text', rating: 'Stars', author: 'Author’s name', status: 'Visibility', reply: 'Your answer',
};

const STATUSES: Readonly<Record<string, string>> = { published: 'Published', pending: 'Waiting for approval', hidden: 'Hidden' };

export function fieldName({ field }: Pick<ConflictItem, 'field'>): string {
  return FIELDS[field];
}

/** Follows the name of a field where only a screen reader needs to be told whose it is. */
export function reviewName(author: ConflictItem['author'], product: string): string {
  return ` of ${author === null || author === '' ? 'a review' : `${author}’s review`} of ${product}`;
}

const COUNTED: Readonly<Record<ConflictItem['field'], readonly [string, string]>> = {
  title: ['title', 'titles'], body: ['text', 'texts'], rating: ['rating', 'ratings'], author: ['name', 'names'], status: ['visibility', 'visibilities'], reply: ['reply', 'replies'],
};

/** What deciding about all of them would do, before it is done. */
export function effectWords(items: readonly Pick<ConflictItem, 'field'>[], pick: 'kept' | 'restored'): string {
  const fields = [...new Set(items.map(({ field }) => field))];
  const parts = fields.map((field) => counted(items.filter((item) => item.field === field).length, ...COUNTED[field]));
  const all = parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
  const one = items.length === 1;
  return pick === 'kept'
    ? `${all} ${one ? 'stays' : 'stay'} as ${one ? 'it is' : 'they are'} now in both shops. Nothing is written; what was replaced is no longer offered.`
    : `${all} ${one ? 'is' : 'are'} written anew in both shops, in place of what stands there now. What stands now is then no longer offered.`;
}

/** Where a value was written. */
export function sideName(side: ConflictItem['winner']): string {
  return side === 'wix' ? 'on Wix' : 'in the store';
}

export function loser({ winner }: Pick<ConflictItem, 'winner'>): ConflictItem['winner'] {
  return winner === 'wix' ? 'store' : 'wix';
}

/** A value in words; a text is what the shopper wrote, as it is. `null`: not known. */
export function valueWords({ field }: Pick<ConflictItem, 'field'>, value: string | null): string {
  if (value === null) return 'Could not be read: the review is gone, or its shop does not answer.';
  if (value === '') return 'Nothing';
  if (field === 'rating') return counted(Number(value), 'star', 'stars');
  return field === 'status' ? (STATUSES[value] ?? value) : value;
}
