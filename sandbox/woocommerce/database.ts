import type { Journal, Table } from '../journal';
import { indexByProduct, type CommentTable } from './comment-table';
import type { CommentRow, PendingRow, ProductRow, WebhookRow } from './rows';

type CounterName = 'comment' | 'post' | 'webhook';

interface CounterRow {
  readonly id: CounterName;
  readonly last: number;
}

export interface SettingsRow {
  readonly id: 'settings';
  /** Whether a shopper's review waits for the shop's approval. Never applies to the REST API. */
  readonly holdStorefrontReviews: boolean;
}

export interface Database {
  readonly comments: CommentTable;
  readonly products: Table<ProductRow>;
  readonly webhooks: Table<WebhookRow>;
  readonly pending: Table<PendingRow>;
  readonly settings: Table<SettingsRow>;
  /** Ids are never used twice, also not after a delete and a restart. */
  nextId(counter: CounterName): number;
  /** Makes sure that `nextId` stays above an id given from outside. */
  reserveId(counter: CounterName, id: number): void;
}

export function openDatabase(journal: Journal): Database {
  const counters = journal.table<CounterRow>('woo.counters');
  const last = (counter: CounterName): number => counters.get(counter)?.last ?? 0;
  return {
    comments: indexByProduct(journal.table<CommentRow>('woo.comments')),
    products: journal.table<ProductRow>('woo.products'),
    webhooks: journal.table<WebhookRow>('woo.webhooks'),
    pending: journal.table<PendingRow>('woo.pending'),
    settings: journal.table<SettingsRow>('woo.settings'),
    nextId(counter) {
      const row: CounterRow = { id: counter, last: last(counter) + 1 };
      counters.put(row);
      return row.last;
    },
    reserveId(counter, id) {
      if (id > last(counter)) counters.put({ id: counter, last: id });
    },
  };
}
