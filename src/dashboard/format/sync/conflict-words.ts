import type { ConflictItem } from '../../../backend/endpoints/api-types';
import { counted } from '../format-count';

const FIELDS: Readonly<Record<ConflictItem['field'], string>> = {
  title: 'Title', body: 'Text', rating: 'Stars', author: 'Author’s name', status: 'Visibility', reply: 'Your answer',
};

const STATUSES: Readonly<Record<string, string>> = { published: 'Published', pending: 'Waiting for approval', hidden: 'Hidden' };

export function fieldName({ field }: Pick<ConflictItem, 'field'>): string {
  return FIELDS[field];
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
