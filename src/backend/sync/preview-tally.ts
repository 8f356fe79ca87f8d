import type { CallBudget } from './call-budget';

/** Counts what a walk on paper would have cost: what it really read, and what it only pretended to write. */
export class PreviewTally {
  readonly #budget: CallBudget;
  #pretended = 0;
  #contacts = 0;
  #told = 0;
  #toldContacts = 0;

  constructor(budget: CallBudget) {
    this.#budget = budget;
    this.#told = budget.spent;
  }

  pretend(): void {
    this.#pretended += 1;
  }

  pretendContact(): void {
    this.#pretended += 1;
    this.#contacts += 1;
  }

  /** What came together since the last time it was asked; `ahead` are calls about to be made. */
  take(ahead: number): { readonly calls: number; readonly contacts: number } {
    const all = this.#budget.spent + this.#pretended + ahead;
    const taken = { calls: all - this.#told, contacts: this.#contacts - this.#toldContacts };
    this.#told = all;
    this.#toldContacts = this.#contacts;
    return taken;
  }
}
