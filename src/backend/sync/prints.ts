import type { Fingerprint, Prints } from '../../core/fingerprint';
import { FIELDS, type Field } from '../../core/review';

export function samePrints(a: Prints | null, b: Prints | null, fields: readonly Field[] = FIELDS): boolean {
  return a !== null && b !== null && fields.every((field) => a[field] === b[field]);
}

const CONTENT: readonly Field[] = ['title', 'body', 'rating'];

/** The fields that tell one review from another, as far as a side can hold them. */
export function contentFields(holds: readonly Field[]): readonly Field[] {
  return CONTENT.filter((field) => holds.includes(field));
}

/** What a copy held when it was made: what was sent where it could be held, what it holds now elsewhere. */
export function sentPrints(sent: Prints, copy: Prints, holds: readonly Field[]): Prints {
  return pickPrints(copy, sent, holds);
}

/** `from`, with `fields` as in `other`. */
export function pickPrints<P extends Partial<Prints>>(from: P, other: Prints, fields: readonly Field[]): P {
  const picked: Partial<Record<Field, Fingerprint>> = {};
  for (const field of fields) picked[field] = other[field];
  return { ...from, ...picked };
}
