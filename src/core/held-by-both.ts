import type { PlanInput } from './plan-types';
import { FIELDS, type Field } from './review';

/** The fields that can be compared at all, in the fixed order of `FIELDS`. */
export function heldByBoth({ capabilities }: Pick<PlanInput, 'capabilities'>): readonly Field[] {
  return FIELDS.filter((field) => capabilities.wix.holds.includes(field) && capabilities.store.holds.includes(field));
}
