import { z } from 'zod';
import { isSyncError } from '../../../core/sync-error';
import type { AttentionRow } from '../../sync/attention-row';
import type { SiteSession } from '../../sync/session';
import { dashboardHandler, type DashboardCall } from '../dashboard-handler';
import { linkItem } from '../link-item';
import { momentsOf } from '../moments-of';
import { productNames } from '../product-names';
import { readQuery } from '../read-json';
import { inboxItem, reviewText } from './inbox-item';
import type { InboxDetail, ReviewText } from './inbox-types';
import { ItemId, knownItem } from './known-item';
import { replyInStore } from './reply-in-store';

const Query = z.strictObject({ id: ItemId });

/** `GET inbox/item`: one item with what helps to answer it, whatever has become of it since its alert. At most 9 calls. */
export const getItem = dashboardHandler('GET', async (call): Promise<InboxDetail> => {
  const { site, request } = call;
  const row = await knownItem(site, readQuery(request, Query).id);
  const [text, nameOf, link, others, carried] = await Promise.all([textOf(call, row), productNames(site, [row]), linkOf(site, row), othersOf(site, row), replyInStore(call, row)]);
  const { wix, store } = nameOf(row);
  return { item: inboxItem(row, text, site.clock.nowMs()), productName: wix ?? store, link, others, replyInStore: carried };
});

/** From Wix where it is there, since a reply is set there; else from the store. */
async function textOf({ deps, site }: DashboardCall, row: AttentionRow): Promise<ReviewText | null> {
  const review = row.wixReviewId === null ? null : await site.wix.getReview(row.wixReviewId);
  if (review !== null) return reviewText(review);
  if (row.storeReviewId === null) return null;
  try {
    const { store } = await deps.openSync(site);
    const found = await store.getReview(row.storeReviewId);
    return found === null ? null : reviewText(found);
  } catch (error) {
    // Its stars, age and state are known all the same.
    if (!isSyncError(error)) throw error;
    return null;
  }
}

async function linkOf({ rows }: SiteSession, { linkId }: AttentionRow): Promise<InboxDetail['link']> {
  const link = await rows.get('links', linkId);
  if (link === null) return null;
  const { state, sentence, lastEvent, lastAtMs, onWix, inStore } = linkItem(link);
  return { state, sentence, lastEvent, lastAtMs, onWix, inStore, moments: momentsOf(link) };
}

const MOST_OTHERS = 5;

async function othersOf({ wix }: SiteSession, { contactId, wixReviewId }: AttentionRow): Promise<InboxDetail['others']> {
  if (contactId === null) return [];
  const reviews = (await wix.reviewsOf(contactId)).filter(({ id }) => id !== wixReviewId);
  const newest = reviews.toSorted((a, b) => Date.parse(b.writtenAt) - Date.parse(a.writtenAt)).slice(0, MOST_OTHERS);
  return newest.map(({ fields: { rating, title, body }, writtenAt }) => ({ rating, title, body, writtenAt }));
}
