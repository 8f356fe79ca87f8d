import type { AttentionRow } from '../../sync/attention-row';
import type { InboxItem, ReviewText } from './inbox-types';
import { itemRevision } from './item-revision';

interface Worded {
  readonly fields: { readonly title: string; readonly body: string; readonly author: string; readonly reply: string | null; readonly status: ReviewText['status'] };
  readonly writtenAt: string;
}

export function reviewText({ fields: { title, body, author, reply, status }, writtenAt }: Worded): ReviewText {
  return { title, body, author, reply, status, writtenAt };
}

/** A row as the list shows it, with the words its shop holds now. */
export function inboxItem(row: AttentionRow, text: ReviewText | null, nowMs: number): InboxItem {
  const { _id: id, reason, rating, birth: side, raisedAtMs, changedAtMs, answerMs, wixReviewId, wixProductId, storeProductId, contactId, crossings } = row;
  const isAwake = row.state === 'snoozed' && row.wakeAtMs <= nowMs;
  return {
    id, state: isAwake ? 'open' : row.state, reason, rating, side, raisedAtMs, changedAtMs, wakeAtMs: isAwake ? 0 : row.wakeAtMs, answerMs,
    wixReviewId, wixProductId, storeProductId, contactId, revision: itemRevision(row), isBack: crossings > 1, text,
  };
}
