import { z } from 'zod';
import { canonicalText } from '../../../core/canonical-text';
import { fingerprint } from '../../../core/fingerprint';
import { SyncError } from '../../../core/sync-error';
import { closed, type AttentionRow } from '../../sync/attention-row';
import type { PatchOptions } from '../../sync/rows';
import type { WixReview } from '../../sync/wix-port';
import { dashboardHandler, type DashboardCall } from '../dashboard-handler';
import { readJson } from '../read-json';
import { beforeVerdict } from './apply-verdict';
import { inboxItem, reviewText } from './inbox-item';
import type { ReplyAnswer } from './inbox-types';
import { itemRevision } from './item-revision';
import { ItemId, knownItem } from './known-item';
import { replyInStore } from './reply-in-store';
import { Revision } from './verdict-body';

/** What Wix keeps of a reply. */
const MOST_CHARACTERS = 1000;

const message = z.string('text').max(MOST_CHARACTERS, `at most ${MOST_CHARACTERS} characters`);

const Body = z.strictObject({
  id: ItemId,
  /** `null` takes the reply away: how a first one is undone. */
  message: message.nullable(),
  /** The reply that was there when this one was written. */
  seen: z.string('text').max(10_000, 'text').nullable(),
  /** The item that was answered, as it was then; left out by what takes a reply back. */
  revision: Revision.optional(),
  overwrite: z.boolean('true or false').default(false),
  /** Puts back what was there before: the item's state goes back with it. */
  undoes: z.boolean('true or false').default(false),
});

/**
 * `POST inbox/reply`: answers a review on Wix; the sync carries it on to the store where the store takes replies. Setting
 * a reply overwrites silently, so one that somebody else wrote meanwhile is refused until its overwriting is asked for.
 * 5 calls.
 */
export const postReply = dashboardHandler('POST', async (call): Promise<ReplyAnswer> => {
  const { site } = call;
  const body = await readJson(call.request, Body);
  const row = await knownItem(site, body.id);
  const before = row.wixReviewId === null ? null : await site.wix.getReview(row.wixReviewId);
  if (before === null) throw new SyncError('REVIEW_NOT_ON_WIX');
  const text = body.message === null ? null : canonicalText(body.message);
  if (text === '') throw new SyncError('INPUT_INVALID', { field: 'message', got: 'no text', expected: 'a reply' });
  // Sent before, and its answer lost: nobody's words are overwritten by the same ones.
  const isNews = before.fields.reply !== text;
  if (isNews && !body.overwrite && before.fields.reply !== null && before.fields.reply !== body.seen) throw new SyncError('REPLY_CHANGED', { field: 'reply' });
  if (isNews && body.revision !== undefined && body.revision !== itemRevision(row)) throw new SyncError('ITEM_CHANGED', { field: 'revision' });
  const review = isNews ? await site.wix.setReply(before.id, text) : before;
  return answered(call, row, review, body.undoes || text === null);
});

async function answered(call: DashboardCall, row: AttentionRow, review: WixReview, undoes: boolean): Promise<ReplyAnswer> {
  const { rows, clock } = call.site;
  const nowMs = clock.nowMs();
  const { reply } = review.fields;
  const set: PatchOptions<AttentionRow>['set'] = reply === null || undoes
    ? { ...(row.undo ?? {}), undo: null, answer: reply !== null && row.undo?.state === 'answered' ? fingerprint(reply) : null }
    : { ...closed(row, 'answered', null, nowMs), undo: beforeVerdict(row), answer: fingerprint(reply), untold: {}, dueAtMs: null };
  const result = await rows.patch('attention', row._id, { set, increment: { turn: 1 } });
  const inStore = await replyInStore(call, row);
  return {
    item: inboxItem(result.kind === 'applied' ? result.row : row, reviewText(review), nowMs),
    store: inStore === null ? 'none' : inStore ? 'carried' : 'by-hand',
  };
}
