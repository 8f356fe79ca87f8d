import type { ContactId, Email, WixProductId } from '../src/core/ids';
import { otherSide, type Side } from '../src/core/review';

type Counts = Record<Side, number>;

/** Counts, for each pair and side, what people changed and what the app wrote. */
export class Tally {
  readonly #human = new Map<string, Counts>();
  readonly #app = new Map<string, Counts>();

  static key(product: WixProductId, who: Email | ContactId): string {
    return `${product}|${who}`;
  }

  add(key: string, side: Side, byApp: boolean): void {
    const counts = byApp ? this.#app : this.#human;
    const known = counts.get(key) ?? { wix: 0, store: 0 };
    known[side] += 1;
    counts.set(key, known);
  }

  /** The app knows nothing any more: what it wrote before counts for nothing. */
  forget(): void {
    this.#human.clear();
    this.#app.clear();
  }

  /** The owner had copies taken back: every pair may lose one on either side, and get it again by the next walk. */
  allowTakingBack(): void {
    for (const key of this.#app.keys()) for (const side of ['wix', 'wix', 'store', 'store'] as const) this.add(key, side, false);
  }

  /**
   * The most writes the app made on one side for one change a person made on the other; above 1 is a loop or a repeat.
   * A write that nobody caused counts as one too many.
   */
  worst(): { writesPerChange: number; key: string | null } {
    let worst: { writesPerChange: number; key: string | null } = { writesPerChange: 0, key: null };
    for (const [key, written] of this.#app) {
      for (const side of ['wix', 'store'] as const) {
        const causes = this.#human.get(key)?.[otherSide(side)] ?? 0;
        const perChange = written[side] === 0 ? 0 : causes === 0 ? written[side] + 1 : written[side] / causes;
        if (perChange > worst.writesPerChange) worst = { writesPerChange: perChange, key };
      }
    }
    return worst;
  }
}
