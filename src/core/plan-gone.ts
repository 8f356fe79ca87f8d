import { fingerprints, type Base } from './fingerprint';
import { mayCross } from './may-cross';
import { NOTHING, planBlocked } from './plan-nothing';
import type { Conflict, Plan, PlanInput, Seen } from './plan-types';
import { FIELDS, otherSide, type ReviewFields, type Side } from './review';
import { isUnaccepted } from './unaccepted';

type Absent = Exclude<Seen, { kind: 'present' }>;

/**
 * `survivor` still holds a review that the other side does not hold any more. Whatever is decided ends the pair
 * (base `null`): a person who later shows or keeps the survivor is not overruled again, and nothing is created
 * where it was deleted.
 */
export function planGone(input: PlanInput, survivor: Side, fields: ReviewFields, absent: Absent): Plan {
  const { base, policy, capabilities } = input;
  if (base === null) return NOTHING;
  const from = otherSide(survivor);
  // Whoever copied somebody's words must not have taken them down by being found out.
  if (isUnaccepted(input, from, base)) return NOTHING;
  // A base says that this side held it once, so `never` is no better than an absence without proof.
  if (absent.kind === 'never' || absent.proof === 'none') return planBlocked([{ code: 'GONE_UNPROVEN', on: from, field: null }], base);
  // A deletion is the last change of visibility, so it crosses where visibility may.
  if (policy.onDelete === 'keep' || !mayCross(policy.direction.status, survivor)) return NOTHING;
  if (policy.onDelete === 'hide' || capabilities[survivor].delete === 'none') return planHide(input, survivor, fields, base);
  return { ops: [{ kind: 'delete', on: survivor }], conflicts: editsLost(survivor, fields, base), blocked: [], nextBase: null };
}

function planHide({ policy, capabilities }: PlanInput, survivor: Side, { status }: ReviewFields, base: Base): Plan {
  // Hidden already, or waiting for a person who has the last word on it.
  if (status !== 'published') return NOTHING;
  const { holds, edits } = capabilities[survivor];
  if (!holds.includes('status') || !edits.includes('status')) {
    const reason = policy.onDelete === 'delete' ? ({ code: 'CANNOT_DELETE', field: null } as const) : ({ code: 'CANNOT_EDIT', field: 'status' } as const);
    return planBlocked([{ ...reason, on: survivor }], base);
  }
  return { ops: [{ kind: 'moderate', on: survivor, status: 'hidden' }], conflicts: [], blocked: [], nextBase: null };
}

/** What somebody wrote on the survivor while the other side was deleted goes to the ledger, not to nowhere. */
function editsLost(survivor: Side, fields: ReviewFields, base: Base): readonly Conflict[] {
  const now = fingerprints(fields);
  return FIELDS.filter((field) => field !== 'status' && now[field] !== base[survivor][field]).map((field) => ({
    field,
    winner: otherSide(survivor),
    lost: fields[field],
  }));
}
