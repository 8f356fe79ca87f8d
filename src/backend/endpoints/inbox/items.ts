import type { z } from 'zod';
import type { AttentionRow } from '../../sync/attention-row';
import { deliverDue } from '../../sync/deliver-alerts';
import type { SiteSession } from '../../sync/session';
import { dashboardHandler, type DashboardCall } from '../dashboard-handler';
import { readQuery } from '../read-json';
import { cursorAfter, pageAt } from './inbox-cursor';
import { inboxItem } from './inbox-item';
import { FilterQuery, filterOf, inboxQuery } from './inbox-query';
import type { InboxAnswer, InboxItem, ReviewText } from './inbox-types';
import { storeWords, wixWords, WORDS_CALLS } from './review-words';

const PER_PAGE = 50;
/** When words are looked for, pages are read until some are found or this many were. */
const MOST_PAGES = 4;

/**
 * `GET inbox/items`: one page of the list. 2 calls, however many items there are: the rows, and the words of those on
 * the page in one batch. 1 call while nothing changed since `version`. Looking for words reads at most four pages, the
 * store's words included, and fewer when the calls of this invocation end before.
 */
export const listItems = dashboardHandler('GET', async (call): Promise<InboxAnswer> => pageOf(call, readQuery(call.request, FilterQuery)));

async function pageOf(call: DashboardCall, asked: z.output<typeof FilterQuery>): Promise<InboxAnswer> {
  const { site } = call;
  const filter = filterOf(asked);
  const words = filter.text?.toLowerCase() ?? null;
  const nowMs = site.clock.nowMs();
  const query = { ...inboxQuery(filter, nowMs), limit: PER_PAGE };
  let found = await site.rows.find('attention', { ...query, ...pageAt(query, asked.cursor ?? null) });
  let next = cursorAfter(query, found, asked.cursor ?? null);
  const version = versionOf(found.rows, found.next);
  await tellDue(site, found.rows, nowMs);
  if (asked.version === version && asked.cursor === undefined) return { kind: 'unchanged', version };
  const searched = new Set(found.rows.map(({ _id }) => _id));
  const read = words === null ? wixWords : storeWords;
  let items = itemsOf(found.rows, await read(call, found.rows), nowMs);
  let unread = countUnread(items);
  for (let page = 1; words !== null && !items.some((item) => holds(item, words)) && next !== null && page < MOST_PAGES && site.budget.has(WORDS_CALLS); page += 1) {
    const before = next;
    found = await site.rows.find('attention', { ...query, ...pageAt(query, before) });
    next = cursorAfter(query, found, before);
    const met = found.rows.filter(({ _id }) => !searched.has(_id));
    for (const { _id } of met) searched.add(_id);
    items = itemsOf(met, await read(call, met), nowMs);
    unread += countUnread(items);
  }
  return { kind: 'items', version, items: words === null ? items : items.filter((item) => holds(item, words)), next, searched: searched.size, unread: words === null ? 0 : unread };
}

function itemsOf(rows: readonly AttentionRow[], words: ReadonlyMap<string, ReviewText>, nowMs: number): readonly InboxItem[] {
  return rows.map((row) => inboxItem(row, words.get(row._id) ?? null, nowMs));
}

function countUnread(items: readonly InboxItem[]): number {
  return items.filter(({ text }) => text === null).length;
}

function holds({ text }: InboxItem, words: string): boolean {
  return text !== null && [text.title, text.body, text.author].some((part) => part.toLowerCase().includes(words));
}

/** An open page lends a hand with alerts that could not be sent before. No call when none is due. */
async function tellDue(site: SiteSession, rows: readonly AttentionRow[], nowMs: number): Promise<void> {
  if (rows.some(({ dueAtMs }) => dueAtMs !== null && dueAtMs <= nowMs)) await deliverDue(site);
}

/** Changes with everything a page shows of its rows. */
function versionOf(rows: readonly AttentionRow[], next: string | null): string {
  return `${rows.map(({ _id, turn, rating, wixSeen, answer }) => [_id.slice(0, 6), turn, rating ?? '', (wixSeen ?? '').slice(0, 4), (answer ?? '').slice(0, 3)].join('.')).join('~')}${next === null ? '' : '+'}`;
}
