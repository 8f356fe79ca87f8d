import { planCreate } from './plan-create';
import { planFields } from './plan-fields';
import { planGone } from './plan-gone';
import { planMeeting } from './plan-meeting';
import { NOTHING } from './plan-nothing';
import { planUnaccepted } from './plan-unaccepted';
import type { Plan, PlanInput, Seen } from './plan-types';
import { SIDES, type ReviewFields, type Side } from './review';
import { isUnaccepted } from './unaccepted';

/**
 * Decides what to write, from what both sides hold and what they last agreed on. Pure and total. Once the ops are
 * done and `nextBase` is recorded, planning again gives no op: that is why an echo, a duplicate event or a repeated
 * run needs no case of its own.
 *
 * A blocked change keeps its old base, so its reason is given again each time, and it crosses when the obstacle is
 * gone. A change that the merchant's `direction` holds back is put on record: it is left alone, and says nothing.
 */
export function plan(input: PlanInput): Plan {
  const { wix, store, base } = input;
  if (wix.kind !== 'present') return store.kind === 'present' ? planAlone(input, 'store', store.fields, wix) : NOTHING;
  if (store.kind !== 'present') return planAlone(input, 'wix', wix.fields, store);
  const fields = { wix: wix.fields, store: store.fields };
  if (base === null) return planMeeting(input, fields);
  return SIDES.some((side) => isUnaccepted(input, side, base)) ? planUnaccepted(input, fields, base) : planFields(input, fields, base);
}

function planAlone(input: PlanInput, side: Side, fields: ReviewFields, absent: Exclude<Seen, { kind: 'present' }>): Plan {
  return input.base === null && absent.kind === 'never' ? planCreate(input, side, fields) : planGone(input, side, fields, absent);
}
