import { brandId, type WixReviewId } from '../../core/ids';
import type { InboxDetail, InboxItem, InboxSummary } from '../../backend/endpoints/inbox/inbox-types';
import { connected, FakeBackend, IDLE_TICK } from './fake-backend';

export function inboxItem(id: string, change: Partial<InboxItem> = {}): InboxItem {
  return {
    id, state: 'open', reason: 'new', rating: 2, side: 'wix', raisedAtMs: Date.now() - 3_600_000, changedAtMs: 0, wakeAtMs: 0, answerMs: null,
    wixReviewId: brandId<WixReviewId>(`r-${id}`), wixProductId: null, storeProductId: null, contactId: null, revision: `open.${id}`, isBack: false,
    text: { title: '', body: `Words of ${id}.`, author: `Robin ${id}`, reply: null, status: 'published', writtenAt: '2026-11-01T00:00:00Z' },
    ...change,
  };
}

export function answered(item: InboxItem, reply: string): InboxItem {
  return { ...item, text: item.text === null ? null : { ...item.text, reply } };
}

export function inboxDetail(item: InboxItem, change: Partial<InboxDetail> = {}): InboxDetail {
  return { item, productName: 'Mug', link: null, others: [], replyInStore: true, ...change };
}

function summary(open: number): InboxSummary {
  return { open, overdue: 0, snoozed: 0, done: 0, medianAnswerMs: null, weeks: [], areWeeksWhole: true, products: [], overdueHours: 24, checkedAtMs: Date.now() };
}

type Fields = Readonly<Record<string, unknown>>;

/** A desk of reviews behind a `FakeBackend`: a verdict takes them off, undo brings them back. A test replaces what it is about. */
export class FakeInbox {
  readonly backend = new FakeBackend();
  readonly all: Map<string, InboxItem>;
  readonly #done = new Set<string>();

  constructor(items: readonly InboxItem[]) {
    this.all = new Map(items.map((item) => [item.id, item]));
    const { routes } = this.backend;
    routes.set('GET sync/status', connected());
    routes.set('POST sync/tick', IDLE_TICK);
    routes.set('GET inbox/items', () => this.page(this.open()));
    routes.set('GET inbox/summary', () => summary(this.open().length));
    routes.set('GET inbox/names', { names: {} });
    routes.set('GET inbox/item', (_: unknown, url: URL) => inboxDetail(this.all.get(url.searchParams.get('id') ?? '') ?? inboxItem('unknown')));
    routes.set('GET inbox/count', () => ({ open: this.open().length, snoozed: 0, done: 0 }));
    routes.set('POST inbox/settings', {});
    routes.set('POST inbox/verdict', (body: Fields) => this.decide(body));
    routes.set('POST inbox/undo', (body: Fields) => this.bringBack(body));
    routes.set('POST inbox/reply', (body: Fields) => this.decideOn(String(body['id'])));
  }

  open(): readonly InboxItem[] {
    return [...this.all.values()].filter(({ id }) => !this.#done.has(id));
  }

  page(items: readonly InboxItem[], change: Fields = {}): Fields {
    return { kind: 'items', version: items.map(({ id }) => id).join(), items, next: null, searched: items.length, unread: 0, ...change };
  }

  decide({ items }: Fields): Fields {
    const ids = Array.isArray(items) ? items.map((item: { readonly id: unknown }) => String(item.id)) : [];
    for (const id of ids) this.#done.add(id);
    return { done: ids, failed: [] };
  }

  bringBack({ ids }: Fields): Fields {
    for (const id of idsIn(ids)) this.#done.delete(id);
    return { done: ids, failed: [] };
  }

  decideOn(id: string): Fields {
    this.#done.add(id);
    return { item: this.all.get(id), store: 'carried' };
  }
}

function idsIn(ids: unknown): readonly string[] {
  return Array.isArray(ids) ? ids.map(String) : [];
}
