import type { Base, Prints } from './fingerprint';
import { mayCross } from './may-cross';
import type { Blocked, PlanInput } from './plan-types';
import { otherSide, type Field, type ReviewFields, type Side } from './review';
import { valueRefusal } from './value-refusal';

/** A pair that both sides hold, with the base both agreed on. */
export interface Trees {
  readonly fields: Readonly<Record<Side, ReviewFields>>;
  readonly now: Readonly<Record<Side, Prints>>;
  readonly base: Base;
}

/** What becomes of one field. */
export type FieldVerdict =
  /** Nothing to write: what each side holds now goes on record. */
  | { readonly kind: 'record' }
  /** Written on `to`; `overrules` when that replaces a value the other side never had. */
  | { readonly kind: 'carry'; readonly to: Side; readonly overrules: boolean }
  /** Not yet, or not at all: the base stays, so the change is still a change when the obstacle is gone. */
  | { readonly kind: 'wait'; readonly blocked: Blocked | null };

/** Decides one field that both sides hold. */
export function fieldVerdict(input: PlanInput, trees: Trees, field: Field): FieldVerdict {
  const { now, base, fields } = trees;
  if (now.wix[field] === now.store[field]) return { kind: 'record' };
  // Somebody still has to decide; until then this side's visibility neither moves nor is moved.
  if (field === 'status' && (fields.wix.status === 'pending' || fields.store.status === 'pending')) return { kind: 'wait', blocked: null };

  const onWix = now.wix[field] !== base.wix[field];
  const inStore = now.store[field] !== base.store[field];
  if (!onWix && !inStore) return { kind: 'record' };
  const to = onWix && inStore ? otherSide(winner(input, field)) : onWix ? 'store' : 'wix';
  if (!mayCross(input.policy.direction[field], to)) return { kind: 'record' };
  const blocked = obstacle(input, trees, field, to);
  if (blocked !== null) return { kind: 'wait', blocked };
  // Sides that differed in the base never agreed on this field, so replacing one value loses something as well.
  return { kind: 'carry', to, overrules: (onWix && inStore) || base.wix[field] !== base.store[field] };
}

/** Where only one way is open, the side it comes from wins. */
function winner({ policy, birth }: PlanInput, field: Field): Side {
  switch (policy.direction[field]) {
    case 'to-store':
      return 'wix';
    case 'to-wix':
      return 'store';
    case 'both':
    case 'off': {
      const truth = policy.truth[field];
      return truth === 'birth' ? birth : truth;
    }
  }
}

function obstacle({ capabilities }: PlanInput, { fields }: Trees, field: Field, to: Side): Blocked | null {
  const from = otherSide(to);
  // An edit sent back to moderation must not go live in the other shop first.
  if (fields[from].status === 'pending') return { code: 'NOT_PUBLISHED', on: from, field, got: 'pending', expected: 'published' };
  if (!capabilities[to].edits.includes(field)) return { code: 'CANNOT_EDIT', on: to, field };
  return valueRefusal(field, fields[from], to, capabilities[to]);
}
