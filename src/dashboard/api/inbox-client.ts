import type {
  AlertSettingsAnswer, AlertSettingsView, BulkAnswer, InboxAnswer, InboxCounts, InboxDetail, InboxFilter, InboxItem, InboxProducts, InboxSummary, ProductNamesAnswer, ReplyAnswer, TestAlertAnswer, Verdict, VerdictAnswer,
} from '../../backend/endpoints/inbox/inbox-types';
import { get, post } from './client';

export interface ReplyInput {
  readonly id: string;
  readonly message: string | null;
  readonly seen: string | null;
  readonly overwrite: boolean;
  /** The item that is answered; left out by what takes a reply back. */
  readonly revision?: string;
  readonly undoes?: boolean;
}

/** An item as its owner sees it: a verdict is about this, and about nothing it has become since. */
export type SeenItem = Pick<InboxItem, 'id' | 'revision'>;

export type SettingsChange = Partial<Omit<AlertSettingsView, 'webhookHost'>> & { readonly webhookUrl?: string | null; readonly pageUrl?: string };

/** A filter as the endpoints spell it; what is not set is left out. */
export function filterParams({ view, rating, side, product, olderThanHours, text }: InboxFilter): Readonly<Record<string, string | null>> {
  return { view, rating: rating === null ? null : String(rating), side, product, older: olderThanHours === null ? null : String(olderThanHours), q: text };
}

export const getInboxItems = (filter: InboxFilter, from: { readonly cursor?: string | null; readonly version?: string | null }): Promise<InboxAnswer> =>
  get('inbox/items', { ...filterParams(filter), cursor: from.cursor ?? null, version: from.version ?? null });
export const getInboxItem = (id: string): Promise<InboxDetail> => get('inbox/item', { id });
export const getProductNames = (products: readonly string[]): Promise<ProductNamesAnswer> => get('inbox/names', { products: products.join(',') });
export const getAnyProducts = (text: string, cursor: string | null): Promise<InboxProducts> => get('inbox/products', { q: text === '' ? null : text, cursor });
export const getInboxSummary = (): Promise<InboxSummary> => get('inbox/summary', {});
export const postVerdict = (items: readonly SeenItem[], verdict: Verdict): Promise<VerdictAnswer> => post('inbox/verdict', { items: items.map(({ id, revision }) => ({ id, revision })), verdict });
export const postUndo = (ids: readonly string[]): Promise<VerdictAnswer> => post('inbox/undo', { ids });
export const postReply = (reply: ReplyInput): Promise<ReplyAnswer> => post('inbox/reply', reply);
export const getAlertSettings = (): Promise<AlertSettingsAnswer> => get('inbox/settings', {});
export const postAlertSettings = (change: SettingsChange): Promise<AlertSettingsAnswer> => post('inbox/settings', change);
export const postTestAlert = (): Promise<TestAlertAnswer> => post('inbox/test-alert', {});

export function getInboxCounts(filter: InboxFilter): Promise<InboxCounts> {
  const { view: _, ...params } = withoutWords(filter);
  return get('inbox/count', params);
}

export function postBulk(filter: InboxFilter, verdict: Verdict, asOfMs: number | null): Promise<BulkAnswer> {
  return post('inbox/bulk', { filter: Object.fromEntries(Object.entries(withoutWords(filter)).filter(([, value]) => value !== null)), verdict, ...(asOfMs === null ? {} : { asOfMs }) });
}

/** Words are looked for in what is read, so they cannot be counted, nor decided about unread. */
function withoutWords(filter: InboxFilter): Readonly<Record<string, string | null>> {
  const { q: _, ...params } = filterParams(filter);
  return params;
}
