import { sameContent } from './compare-content';
import { fingerprints } from './fingerprint';
import { heldByBoth } from './held-by-both';
import { planBlocked } from './plan-nothing';
import type { Plan, PlanInput } from './plan-types';
import { otherSide, type ReviewFields, type Side } from './review';

/**
 * Both sides hold a review and never agreed on one. Same content: it is one review, and what each side holds now goes
 * on record, differences in name, visibility or reply included. Nobody changed those since we look, so nothing is
 * overwritten; the next change on either side crosses. Other content: two reviews, which nobody asked us to merge.
 */
export function planMeeting(input: PlanInput, fields: Readonly<Record<Side, ReviewFields>>): Plan {
  if (!sameContent(fields.wix, fields.store, heldByBoth(input))) {
    return planBlocked([{ code: 'DIFFERENT_REVIEWS', on: otherSide(input.birth), field: null }], null);
  }
  return { ops: [], conflicts: [], blocked: [], nextBase: { wix: fingerprints(fields.wix), store: fingerprints(fields.store) } };
}
