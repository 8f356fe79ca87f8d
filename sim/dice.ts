import type { Faults } from './faults';
import type { Random } from './random';

export type Fault = keyof Faults;

/** Decides whether a fault strikes here and now, and keeps count, so that a fault which never happens is noticed. */
export class Dice {
  readonly struck = new Map<Fault, number>();
  onStrike: (fault: Fault) => void = () => undefined;
  /** Changed to none when a world is to come to rest. */
  faults: Faults;
  readonly #random: Random;

  constructor(random: Random, faults: Faults) {
    this.#random = random;
    this.faults = faults;
  }

  strikes(fault: Fault): boolean {
    if (!this.#random.chance(this.faults[fault])) return false;
    this.struck.set(fault, (this.struck.get(fault) ?? 0) + 1);
    this.onStrike(fault);
    return true;
  }
}
