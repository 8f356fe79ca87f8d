import { isWaiting } from '../../core/attention';
import { lowestRating } from '../../core/lowest-rating';
import { sideNow, isLive } from './look-at-pair';
import { attentionRowId, type AttentionRow } from './attention-row';
import { thresholdOf, wasClosedInVain } from './note-attention';
import type { SyncSession } from './session';
import type { StoreReview } from '../stores/store';
import type { LinkRow } from './tables';
import type { WixReview } from './wix-port';

/**
 * How old a review may be that a sweep still raises for want of an item. A sweep is due daily, so a lost one is found long
 * before; an owner who chooses another threshold is not to be told of a year's reviews at once.
 */
export const NEWS_MS = 30 * 24 * 60 * 60 * 1000;

interface Read {
  readonly link: LinkRow;
  readonly wix: WixReview;
  readonly store: StoreReview;
}

/**
 * What to write on a pair in step whose item of the inbox does not fit its stars, so that its next settle puts the item
 * right; `null` when it fits. An item is written beside the pair's row, not with it: a process that dies between the two,
 * or an edit that crosses ours, leaves one of them behind. `items` are by their id. No call.
 */
export function misfit(session: SyncSession, { link, wix, store }: Read, items: ReadonlyMap<string, AttentionRow>): Partial<LinkRow> | null {
  const item = items.get(attentionRowId(session.instanceId, link) ?? '');
  const held = { wix: sideNow(wix.fields), store: sideNow(store.fields) };
  const lowest = lowestRating([held.wix?.rating, held.store?.rating]);
  if (lowest === null) return null;
  const threshold = thresholdOf(session);
  const isAnswered = (wix.fields.reply ?? store.fields.reply) !== null;
  // A settle looks for an item only where there were few stars: it is told those the item was raised for.
  if (item !== undefined && isWaiting(item)) return lowest >= threshold ? { rating: Math.min(item.rating ?? threshold, threshold - 1) } : null;
  if (isAnswered) return null;
  if (item !== undefined) return wasClosedInVain(item, held, threshold) ? {} : null;
  return lowest < threshold && isNews(session, link.birth === 'wix' ? wix : store) ? {} : null;
}

function isNews(session: SyncSession, { writtenAt }: { readonly writtenAt: string }): boolean {
  return isLive(session, writtenAt) && session.clock.nowMs() - Date.parse(writtenAt) < NEWS_MS;
}
