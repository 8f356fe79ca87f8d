import { fingerprints, type Base } from '../../core/fingerprint';
import type { Op } from '../../core/plan-types';
import { FIELDS, type Field } from '../../core/review';
import type { Done } from './done';
import type { Pair } from './pair';
import { pickPrints } from './prints';
import type { SyncSession } from './session';

/** A write to a review that is there. A create announces itself, when it knows that it will happen; a delete needs not. */
export type Change = Exclude<Op, { kind: 'create' | 'delete' }>;

export function isChange(op: Op): op is Change {
  return op.kind !== 'create' && op.kind !== 'delete';
}

export function writtenBy(op: Change): readonly Field[] {
  switch (op.kind) {
    case 'update':
      return FIELDS.filter((field) => field in op.edits);
    case 'moderate':
      return ['status'];
    case 'reply':
      return ['reply'];
  }
}

/**
 * Writes down which change comes next, and with it what the changes before it brought about: when this one fails, they
 * are not made again over the head of a person who has taken them back meanwhile. 1 call.
 */
export async function announceChange({ rows }: SyncSession, { link, base }: Pair, { wix, store, base: next }: Done, op: Change, written: readonly Field[]): Promise<void> {
  if (base === null || next === null) return;
  const fields = writtenBy(op);
  const writes = { wix: [], store: [], [op.on]: fields };
  const target = op.on === 'wix' ? wix : store;
  const held = target === null ? {} : pickPrints({}, fingerprints(target.fields), fields);
  // The pair may have been put together just now, from a create that was never recorded: that must not be forgotten.
  const found = { wixReviewId: wix?.id ?? null, storeReviewId: store?.id ?? null, storeProductId: store?.productId ?? null };
  await rows.patch('links', link._id, { set: { ...found, base: reached(base, next, written), intent: { kind: 'change', writes, held, base: next, wixRevision: wix?.revision ?? null } } });
}

/** What both sides agree on once `written` has been written. */
function reached(base: Base, next: Base, written: readonly Field[]): Base {
  return { wix: pickPrints(base.wix, next.wix, written), store: pickPrints(base.store, next.store, written) };
}
