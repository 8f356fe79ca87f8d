import { CONTENT } from './compare-content';
import type { Base } from './fingerprint';
import { heldByBoth } from './held-by-both';
import { mayCross } from './may-cross';
import { planFields } from './plan-fields';
import { planMeeting } from './plan-meeting';
import type { Blocked, Direction, Plan, PlanInput, Policy } from './plan-types';
import { FIELDS, SIDES, type Field, type ReviewFields, type Side } from './review';
import { isUnaccepted } from './unaccepted';

/**
 * A pair in which one review, or each, was never accepted (see `isUnaccepted`). Once it is published, both meet as if for
 * the first time: other words make it another review. Until then words only go towards it, and nothing that becomes of it
 * touches the other.
 */
export function planUnaccepted(input: PlanInput, fields: Readonly<Record<Side, ReviewFields>>, base: Base): Plan {
  const unheard = SIDES.filter((side) => isUnaccepted(input, side, base));
  const closed = unheard.filter((side) => fields[side].status !== 'published');
  if (closed.length === 0) return planMeeting(input, fields);
  const result = planFields({ ...input, policy: onlyTowards(unheard, input.policy) }, fields, base);
  if (result.nextBase === null) return result;
  const nextBase = unmoved(result.nextBase, base, unheard);
  return { ...result, blocked: [...result.blocked, ...differing(input, nextBase, closed)], nextBase };
}

/** What is shown is left to each shop: the one was never agreed to be shown at all. */
function onlyTowards(unheard: readonly Side[], policy: Policy): Policy {
  const open = (field: Field): Direction => {
    const [to, other] = unheard;
    if (to === undefined || other !== undefined || field === 'status' || !mayCross(policy.direction[field], to)) return 'off';
    return to === 'store' ? 'to-store' : 'to-wix';
  };
  return { ...policy, direction: Object.fromEntries(FIELDS.map((field) => [field, open(field)])) as Policy['direction'] };
}

/** To be accepted takes a meeting: until then it counts as what it was. */
function unmoved(next: Base, base: Base, unheard: readonly Side[]): Base {
  const kept = (side: Side): Base[Side] => (unheard.includes(side) ? { ...next[side], status: base[side].status } : next[side]);
  return { wix: kept('wix'), store: kept('store') };
}

function differing(input: PlanInput, { wix, store }: Base, closed: readonly Side[]): readonly Blocked[] {
  const same = heldByBoth(input).every((field) => !CONTENT.includes(field) || wix[field] === store[field]);
  return same ? [] : closed.map((on) => ({ code: 'NOT_PUBLISHED', on, field: null }));
}
