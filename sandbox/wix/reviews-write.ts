import { z } from 'zod';
import { invalidField } from './api-error';
import { actorOf } from './identity';
import { ANSWERS, REQUESTS } from './review-shapes';
import { changedReviewSchema, newReviewSchema, toDraft, toEdits } from './review-wire';
import { reviewWriter, type ReviewWriter } from './review-writer';
import { REVIEWS_PATH } from './reviews-read';
import { BACK_OFFICE, param, toJson, type Call, type Route } from './route';
import { parseInput } from './validate';
import type { World } from './world';
import type { Actor } from './identity';
import type { Review } from './review';

const createSchema = z.object({ review: newReviewSchema });
const updateSchema = z.object({ review: changedReviewSchema });
const replySchema = z.object({ message: z.string() });
const moderateSchema = z.object({ status: z.enum(['APPROVED', 'REJECTED']) });

export function reviewWriteRoutes(world: World): readonly Route[] {
  const common = { access: 'write', subjects: BACK_OFFICE } as const;
  const act = (change: (writer: ReviewWriter, call: Call, actor: Actor) => Review) => (call: Call) => ({
    review: toJson(change(reviewWriter(world, call.site.id), call, actorOf(call.caller))),
  });
  return [
    {
      ...common, method: 'POST', path: REVIEWS_PATH, request: REQUESTS.create, answer: ANSWERS.create,
      handle: act((writer, call, actor) => writer.create(toDraft(parseInput(createSchema, call.input).review), actor)),
    },
    { ...common, method: 'PATCH', path: `${REVIEWS_PATH}/:id`, request: REQUESTS.update, answer: ANSWERS.update, handle: act(update) },
    { ...common, method: 'DELETE', path: `${REVIEWS_PATH}/:id`, request: REQUESTS.remove, answer: ANSWERS.remove, handle: act((writer, call, actor) => writer.remove(param(call, 'id'), actor)) },
    {
      ...common, method: 'PATCH', path: `${REVIEWS_PATH}/:id/moderate`, request: REQUESTS.moderate, answer: ANSWERS.moderate,
      handle: act((writer, call, actor) => writer.moderate(param(call, 'id'), parseInput(moderateSchema, call.input).status, actor)),
    },
    {
      ...common, method: 'PATCH', path: `${REVIEWS_PATH}/:id/reply`, request: REQUESTS.setReply, answer: ANSWERS.setReply,
      handle: act((writer, call, actor) => writer.reply(param(call, 'id'), parseInput(replySchema, call.input).message, actor)),
    },
    {
      ...common, method: 'DELETE', path: `${REVIEWS_PATH}/:id/reply`, request: REQUESTS.removeReply, answer: ANSWERS.removeReply,
      handle: act((writer, call, actor) => writer.reply(param(call, 'id'), null, actor)),
    },
  ];
}

function update(writer: ReviewWriter, call: Call, actor: Actor): Review {
  const id = param(call, 'id');
  const { review } = parseInput(updateSchema, call.input);
  const author = call.data.reviews.get(id)?.review.author.contactId;
  const sent = review.author?.contactId;
  if (sent !== undefined && sent !== null && author !== undefined && sent !== author) throw invalidField('review.author.contactId', 'can not be changed');
  return writer.update(id, review.revision, toEdits(review), actor);
}
