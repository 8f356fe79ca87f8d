import { z } from 'zod';
import type { StoreReviewId } from '../../../core/ids';
import { MAX_ITEMS } from './page';
import { parseWire } from './parse-wire';
import { answerOf } from './reply-error';
import { REPLY_FIELDS, replyFromWire, type WireReply } from './reply-from-wire';
import type { Send } from './request';
import { wireId } from './wire-id';

const Items = z.array(z.unknown());

/**
 * The shop's answers to up to 100 reviews, oldest first. 1 call; one more where the shop answered so often that there
 * are more than 100, since an answer left out would look like one taken away. `all` means shown and held.
 */
export async function listReplies(send: Send, staff: readonly number[], reviews: readonly StoreReviewId[], status: 'approve' | 'all'): Promise<readonly WireReply[]> {
  const found: WireReply[] = [];
  const query = { parent: reviews.map((id) => String(wireId(id))).join(','), author: staff.join(','), status, context: 'edit', orderby: 'id', order: 'asc', per_page: String(MAX_ITEMS), _fields: REPLY_FIELDS };
  for (let page = 1; ; page += 1) {
    const { json } = await answerOf(send({ method: 'GET', path: 'comments', query: { ...query, page: String(page) } }));
    const items = parseWire(Items, json);
    found.push(...items.map(replyFromWire));
    if (items.length < MAX_ITEMS) return found;
  }
}
