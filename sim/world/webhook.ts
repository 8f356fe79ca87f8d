/** WooCommerce stops telling after more than this many failures in a row. */
const MOST_FAILURES = 5;

/** The store's webhook: its messages are sent once, and it is switched off when too many in a row were not taken. */
export class Webhook {
  isOff = false;
  /** Somebody changes the product again: for worlds in which nothing is found by walking. */
  repeats = false;
  /** Until then nobody answers at our address. */
  unreachableUntilMs = 0;
  #failures = 0;

  /** Whether a message gets through at this moment. One that does not counts as failed. */
  reaches(nowMs: number): boolean {
    if (this.isOff) return false;
    if (nowMs >= this.unreachableUntilMs) return true;
    this.failed();
    return false;
  }

  failed(): void {
    this.#failures += 1;
    if (this.#failures > MOST_FAILURES) this.isOff = true;
  }

  answered(): void {
    this.#failures = 0;
  }

  /** Registered anew, or switched on again by its owner. */
  revive(): void {
    this.isOff = false;
    this.#failures = 0;
  }
}
