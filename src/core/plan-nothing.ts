import type { Base } from './fingerprint';
import type { Blocked, Plan } from './plan-types';

/** No pair, nothing to do and nothing to say. */
export const NOTHING: Plan = { ops: [], conflicts: [], blocked: [], nextBase: null };

/** No op, for the reasons given. The base stays, so that the next plan gives the same reasons until somebody acts. */
export function planBlocked(blocked: readonly Blocked[], base: Base | null): Plan {
  return { ops: [], conflicts: [], blocked, nextBase: base };
}
