import { parseEmail } from '../../../core/email';
import type { Email, StoreProductId, StoreReviewId } from '../../../core/ids';
import type { ReviewFields } from '../../../core/review';
import type { CallBudget } from '../../sync/call-budget';
import type { Store, StoreDraft, StoreReview } from '../store';

/** A store under test, with two products of its own that nobody else uses meanwhile. */
export interface ContractSubject {
  readonly store: Store;
  /** The same store, spoken to with keys it does not know. */
  readonly stranger: Store;
  /** What `store` spends; large enough for the whole suite. */
  readonly budget: CallBudget;
  readonly product: StoreProductId;
  readonly otherProduct: StoreProductId;
  /** Well-formed ids that name nothing. */
  readonly unknownProduct: StoreProductId;
  readonly unknownReview: StoreReviewId;
  /** Short text that no earlier run used, so that a store that remembers finds no duplicates. */
  readonly run: string;
  /** Takes away what the suite cannot: the products. */
  close(): Promise<void>;
}

/** What the suite's parts share: the subject, and drafts that are kept track of. */
export class Bench {
  readonly #open: () => Promise<ContractSubject>;
  #subject: ContractSubject | null = null;
  readonly #created = new Set<StoreReviewId>();
  readonly #webhooks = new Set<string>();
  #drafts = 0;

  constructor(open: () => Promise<ContractSubject>) {
    this.#open = open;
  }

  async open(): Promise<void> {
    this.#subject = await this.#open();
  }

  get subject(): ContractSubject {
    if (this.#subject === null) throw new Error('Expected the bench to be open, it is not');
    return this.#subject;
  }

  get store(): Store {
    return this.subject.store;
  }

  /** A new person's review; never the same twice. */
  draft(change: Partial<Omit<StoreDraft, 'fields'>> & { readonly fields?: Partial<ReviewFields> } = {}): StoreDraft {
    this.#drafts += 1;
    const name = `${this.subject.run}-${this.#drafts}`;
    const fields: ReviewFields = { title: '', body: `Solid. Review ${name}.`, rating: 4, author: 'Dana Levi', status: 'published', reply: null, ...change.fields };
    return { productId: this.subject.product, email: address(name), writtenAt: '2024-03-01T10:20:30.000Z', ...change, fields };
  }

  async create(draft: StoreDraft): Promise<StoreReview> {
    const [result] = await this.store.createReviews([draft]);
    if (result?.kind !== 'created') throw new Error(`Expected the draft to be created, got ${result?.kind === 'refused' ? result.error.message : result?.kind}`);
    return this.track(result.review);
  }

  track(review: StoreReview): StoreReview {
    this.#created.add(review.id);
    return review;
  }

  trackWebhook(id: string): void {
    this.#webhooks.add(id);
  }

  /** Cleans up also after a test that failed half-way. */
  async close(): Promise<void> {
    if (this.#subject === null) return;
    const subject = this.#subject;
    try {
      for (const id of this.#webhooks) await subject.store.unsubscribe(id);
      for (const id of this.#created) await subject.store.trashReview(id);
    } finally {
      await subject.close();
    }
  }
}

function address(name: string): Email {
  const email = parseEmail(`dana.${name}@example.com`);
  if (email === null) throw new TypeError(`Expected the run's name to fit into an address, got ${name}`);
  return email;
}
