import type { Fault } from '../../sim/dice';
import type { World } from '../../sim/world/world';

/** What goes wrong, once, at the `nth` (1 by default) call of that name from now on. */
export interface PlannedFault {
  /** As `store.createReviews`. */
  readonly call: string;
  /**
   * `before`: an error instead of the call; `after`: it took effect and the answer was an error; `crash-before` and
   * `crash-after`: the process dies there; `throttled`: 429; `partial`: one item of a bulk write is refused.
   */
  readonly how: 'before' | 'after' | 'crash-before' | 'crash-after' | 'throttled' | 'partial';
  readonly nth?: number;
}

const STRIKES: Readonly<Record<PlannedFault['how'], Fault>> = {
  before: 'failBefore', after: 'failAfter', 'crash-before': 'crash', 'crash-after': 'crash', throttled: 'throttled', partial: 'partial',
};

/** Makes faults of a quiet world happen where they are asked for, and nowhere else. */
export function planFaults(world: World): (fault: PlannedFault) => void {
  let planned: { call: string; how: PlannedFault['how']; left: number }[] = [];
  let current: (typeof planned)[number] | null = null;
  let chancesToDie = 0;
  world.onCall = (call) => {
    chancesToDie = 0;
    current = null;
    for (const one of planned) if (one.call === call && (one.left -= 1) === 0) current = one;
  };
  world.dice.strikes = (fault) => {
    if (fault === 'crash') chancesToDie += 1;
    if (current === null || STRIKES[current.how] !== fault) return false;
    // Every call may die twice: before it took effect and after.
    if (fault === 'crash' && chancesToDie !== (current.how === 'crash-before' ? 1 : 2)) return false;
    const struck = current;
    planned = planned.filter((one) => one !== struck);
    current = null;
    return true;
  };
  return ({ call, how, nth = 1 }) => {
    planned.push({ call, how, left: nth });
  };
}
