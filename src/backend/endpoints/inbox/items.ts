import type { z } from 'zod';
import type { WixReviewId } from '../../../core/ids';
import type { AttentionRow } from '../../sync/attention-row';
import { deliverDue } from '../../sync/deliver-alerts';
import type { SiteSession } from '../../sync/session';
import { dashboardHandler } from '../dashboard-handler';
import { readQuery } from '../read-json';
import { cursorAfter, pageAt } from './inbox-cursor';
import { inboxItem, reviewText } from './inbox-item';
import { FilterQuery, filterOf, inboxQuery } from './inbox-query';
import type { InboxAnswer, InboxItem } from './inbox-types';

const PER_PAGE = 50;
/** When words are looked for, pages are read until some are found or this many were. */
const MOST_PAGES = 4;

/**
 * `GET inbox/items`: one page of the list. 2 calls, however many items there are: the rows, and the words of those on
 * the page in one batch. 1 call while nothing changed since `version`. Looking for words reads at most four pages.
 */
export const listItems = dashboardHandler('GET', async ({ request, site }): Promise<InboxAnswer> => {
  const asked = readQuery(request, FilterQuery);
  return pageOf(site, asked);
});

async function pageOf(site: SiteSession, asked: z.output<typeof FilterQuery>): Promise<InboxAnswer> {
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
  let items = await worded(site, found.rows, words, nowMs);
  for (let page = 1; words !== null && items.length === 0 && next !== null && page < MOST_PAGES; page += 1) {
    const before = next;
    found = await site.rows.find('attention', { ...query, ...pageAt(query, before) });
    next = cursorAfter(query, found, before);
    const unread = found.rows.filter(({ _id }) => !searched.has(_id));
    for (const { _id } of unread) searched.add(_id);
    items = await worded(site, unread, words, nowMs);
  }
  return { kind: 'items', version, items, next, searched: searched.size };
}

async function worded(site: SiteSession, rows: readonly AttentionRow[], words: string | null, nowMs: number): Promise<readonly InboxItem[]> {
  const ids = rows.flatMap(({ wixReviewId }): WixReviewId[] => (wixReviewId === null ? [] : [wixReviewId]));
  const reviews = ids.length === 0 ? [] : await site.wix.getReviews(ids);
  const textOf = new Map(reviews.map((review) => [review.id, reviewText(review)]));
  const items = rows.map((row) => inboxItem(row, row.wixReviewId === null ? null : (textOf.get(row.wixReviewId) ?? null), nowMs));
  return words === null ? items : items.filter(({ text }) => text !== null && [text.title, text.body, text.author].some((part) => part.toLowerCase().includes(words)));
}

/** An open page lends a hand with alerts that could not be sent before. No call when none is due. */
async function tellDue(site: SiteSession, rows: readonly AttentionRow[], nowMs: number): Promise<void> {
  if (rows.some(({ dueAtMs }) => dueAtMs !== null && dueAtMs <= nowMs)) await deliverDue(site);
}

/** Changes with everything a page shows of its rows. */
function versionOf(rows: readonly AttentionRow[], next: string | null): string {
  return `${rows.map(({ _id, turn, rating, wixSeen, answer }) => [_id.slice(0, 6), turn, rating ?? '', (wixSeen ?? '').slice(0, 4), (answer ?? '').slice(0, 3)].join('.')).join('~')}${next === null ? '' : '+'}`;
}
