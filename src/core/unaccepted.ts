import { fingerprint, type Base } from './fingerprint';
import type { PlanInput } from './plan-types';
import { otherSide, type Side } from './review';

const [PUBLISHED, HIDDEN] = [fingerprint('published'), fingerprint('hidden')];

/**
 * A review that was found to say what another does, and was not published when both last agreed. Nobody vouches that
 * it is by the person it names: whoever can read a review can write it again under the same address. Hidden on both sides
 * is an agreement like any other.
 */
export function isUnaccepted({ twins }: Pick<PlanInput, 'twins'>, side: Side, base: Base): boolean {
  if (twins !== true || base[side].status === PUBLISHED) return false;
  return base[side].status !== HIDDEN || base[otherSide(side)].status !== HIDDEN;
}
