import type { StoreReview } from '../store';
import { listReplies } from './list-replies';
import { answerOf, replyError } from './reply-error';
import { replyFromWire, type WireReply } from './reply-from-wire';
import type { Send } from './request';
import { wireId } from './wire-id';
import { wireText } from './wire-text';

/**
 * Looks before it writes: an answer that an interrupted try has made already is taken as it is, and another one is
 * changed, so a review never gets two. Taking the answer away moves every one of the shop's to the bin, or the one
 * before it would come to light.
 */
export async function setReply(send: Send, staff: readonly number[], review: Pick<StoreReview, 'id' | 'productId'>, reply: string | null): Promise<string | null> {
  const replies = await listReplies(send, staff, [review.id], 'all');
  if (reply === null) {
    for (const { id } of replies) await trash(send, id);
    return null;
  }
  const newest = replies.at(-1);
  if (newest?.shown === true && newest.text === reply) return reply;
  return (newest === undefined ? await create(send, review, reply) : await update(send, newest, reply)).text;
}

async function create(send: Send, { id, productId }: Pick<StoreReview, 'id' | 'productId'>, reply: string): Promise<WireReply> {
  const body = { post: wireId(productId), parent: wireId(id), content: wireText(reply) };
  return replyFromWire((await answerOf(send({ method: 'POST', path: 'comments', body }))).json);
}

async function update(send: Send, { id }: WireReply, reply: string): Promise<WireReply> {
  const body = { content: wireText(reply), status: 'approved' };
  return replyFromWire((await answerOf(send({ method: 'POST', path: `comments/${id}`, body }))).json);
}

/** Without `force`, so that the merchant can take it out of the bin again. */
async function trash(send: Send, id: number): Promise<void> {
  const settled = await send({ method: 'DELETE', path: `comments/${id}` });
  if (settled.kind === 'answered') return;
  const error = replyError(settled);
  if (error.code !== 'STORE_REVIEW_GONE') throw error;
}
