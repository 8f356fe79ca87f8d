import type { Email, StoreReviewId } from '../src/core/ids';
import type { Rating, ReviewFields, Status } from '../src/core/review';
import type { WixRecord } from './world/shop';
import type { World } from './world/world';

const RATINGS: readonly Rating[] = [1, 2, 3, 4, 5];

/** What comes up more often is named more often: most people buy in the store, and edits are where two sides can clash. */
const ACTIONS = ['writeOnWix', 'writeInStore', 'writeInStore', 'editOnWix', 'editOnWix', 'editInStore', 'editInStore', 'hideOnWix', 'hideInStore', 'deleteOnWix', 'trashInStore'] as const;

/** People writing, editing, hiding and deleting reviews in both shops. */
export class Humans {
  #texts = 0;
  #lastMs = 0;

  constructor(readonly world: World) {}

  act(): void {
    const action = this.world.random.pick(ACTIONS);
    this[action]();
  }

  /** Before the app came: reviews on both sides, some of them the same. */
  history(): void {
    const { random } = this.world;
    for (let count = random.between(0, 5); count > 0; count -= 1) {
      this.world.scheduler.nowMs += random.between(1, 900) * 1000;
      if (random.chance(0.5)) this.writeOnWix();
      else this.writeInStore();
    }
    this.world.scheduler.nowMs += 60_000;
    if (random.chance(0.5)) this.writeSameOnBoth();
  }

  /** Enough, by people both shops know, for a mass change to be one. */
  longHistory(): void {
    for (let count = 0; count < 16; count += 1) {
      this.world.scheduler.nowMs += 5_000;
      this.writeSameOnBoth();
    }
  }

  writeOnWix(): void {
    const { random, shops, products, people } = this.world;
    const { wix: productId } = random.pick(products);
    const { contactId } = random.pick(people);
    if (productId === null || contactId === null) return;
    shops.createOnWix({ productId, contactId, fields: this.#fields('Wix title'), writtenAt: this.#now(), byApp: false });
  }

  writeInStore(): void {
    const { random, shops, products, people } = this.world;
    const { store: productId } = random.pick(products);
    if (productId === null) return;
    shops.createInStore({ productId, email: random.pick(people).email, fields: this.#fields(''), writtenAt: this.#now(), byApp: false });
  }

  writeSameOnBoth(): void {
    const { random, shops, products, people } = this.world;
    const { wix, store } = random.pick(products);
    const { contactId, email } = random.pick(people);
    if (wix === null || store === null || contactId === null || email === null) return;
    const fields = { ...this.#fields(''), status: 'published' as const };
    const writtenAt = this.#now();
    if (shops.createOnWix({ productId: wix, contactId, fields, writtenAt, byApp: false }) !== null) {
      shops.createInStore({ productId: store, email: email satisfies Email, fields, writtenAt, byApp: false });
    }
  }

  editOnWix(): void {
    const record = this.#any(this.world.shops.wix);
    if (record !== null) this.world.shops.changeOnWix(record.id, this.#edit(), false);
  }

  editInStore(): void {
    const record = this.#any(this.world.shops.store);
    if (record === null || record.trashed) return;
    const edit = this.#edit();
    // There are so few stars that any new number may be the old one; a new text never is.
    const { rating, ...certain } = edit;
    const changes = rating !== undefined && this.#isUnrecorded(record.id) ? certain : edit;
    if (Object.keys(changes).length > 0) this.world.shops.changeInStore(record.id, { fields: { ...record.fields, ...changes } }, false);
  }

  hideOnWix(): void {
    const record = this.#any(this.world.shops.wix);
    if (record !== null) this.world.shops.changeOnWix(record.id, { status: record.fields.status === 'hidden' ? 'published' : 'hidden' }, false);
  }

  hideInStore(): void {
    const record = this.#any(this.world.shops.store);
    if (record === null || record.trashed || this.#isUnrecorded(record.id)) return;
    this.world.shops.changeInStore(record.id, { fields: { ...record.fields, status: record.fields.status === 'hidden' ? 'published' : 'hidden' } }, false);
  }

  deleteOnWix(): void {
    const record = this.#any(this.world.shops.wix);
    if (record !== null && !this.#isUnknownCopy(record) && this.world.random.chance(0.3)) this.world.shops.deleteOnWix(record.id, false);
  }

  trashInStore(): void {
    const record = this.#any(this.world.shops.store);
    if (record !== null && !record.trashed && this.world.random.chance(0.3)) this.world.shops.changeInStore(record.id, { trashed: true }, false);
  }

  /**
   * The app wrote here and died before it could note it. Putting the old value back just then is the one change that
   * cannot be told from a write that never arrived, since the store numbers no versions: nobody could carry it across.
   */
  #isUnrecorded(id: StoreReviewId): boolean {
    return this.world.rows.all('links').some((link) => link.storeReviewId === id && link.intent !== null);
  }

  /** Made by the app, which died before it learned the id, and edited since: its deletion names a review nobody knows. */
  #isUnknownCopy({ id, byApp, revision }: WixRecord): boolean {
    return byApp && revision > 1 && !this.world.rows.all('links').some((link) => link.wixReviewId === id);
  }

  #any<T>(records: ReadonlyMap<unknown, T>): T | null {
    return records.size === 0 ? null : this.world.random.pick([...records.values()]);
  }

  #fields(title: string): ReviewFields {
    const { random } = this.world;
    const status: Status = random.chance(0.1) ? 'pending' : 'published';
    return { title, body: this.#text(), rating: random.pick(RATINGS), author: 'Dana', status, reply: null };
  }

  #edit(): Partial<ReviewFields> {
    const { random } = this.world;
    return random.chance(0.5) ? { body: this.#text() } : random.chance(0.5) ? { rating: random.pick(RATINGS) } : { body: this.#text(), rating: random.pick(RATINGS) };
  }

  #text(): string {
    this.#texts += 1;
    return `text ${this.#texts}`;
  }

  /** Nobody writes two reviews in one second, and the engine may rely on that. */
  #now(): string {
    this.#lastMs = Math.max(this.world.scheduler.nowMs, this.#lastMs + 1_000);
    return new Date(this.#lastMs).toISOString();
  }
}
