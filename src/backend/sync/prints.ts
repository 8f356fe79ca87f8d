import { CONTENT } from '../../core/compare-content';
import { fingerprint, fingerprints, type Base, type Fingerprint, type Prints } from '../../core/fingerprint';
import { FIELDS, type Field, type ReviewFields, type Side } from '../../core/review';

export function samePrints(a: Prints | null, b: Prints | null, fields: readonly Field[] = FIELDS): boolean {
  return a !== null && b !== null && fields.every((field) => a[field] === b[field]);
}

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

/** What a create sends of a review. Neither shop takes the answer along with it: that follows as a change of its own. */
export function sentByCreate(fields: ReviewFields): Prints {
  return fingerprints({ ...fields, reply: null });
}

/** What both sides agree on once `copy` was made: on the answer only as far as the copy has it. */
export function createdBase(copy: Side, { wix, store }: Readonly<Record<Side, ReviewFields>>, holds: readonly Field[]): Base {
  const [onWix, inStore] = [fingerprints(wix), fingerprints(store)];
  if (!holds.includes('reply')) return { wix: onWix, store: inStore };
  return copy === 'store' ? { wix: { ...onWix, reply: inStore.reply }, store: inStore } : { wix: onWix, store: { ...inStore, reply: onWix.reply } };
}

/** Whether a copy was made without the answer, which is still to follow. */
export function owesReply(base: Base, { wix, store }: Readonly<Record<Side, ReviewFields>>): boolean {
  return base.wix.reply !== fingerprint(wix.reply) || base.store.reply !== fingerprint(store.reply);
}
