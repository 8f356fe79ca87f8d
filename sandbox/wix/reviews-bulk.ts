import { z } from 'zod';
import { select } from './cursor-page';
import { checkQuery } from './filter-rules';
import { actorOf } from './identity';
import { itemError } from './item-error';
import type { Json } from './json';
import { ANSWERS, REQUESTS } from './review-shapes';
import { newReviewSchema, toDraft } from './review-wire';
import { reviewWriter, type ReviewWriter } from './review-writer';
import { REVIEW_RULES } from './reviews-read';
import { BACK_OFFICE, toJson, type Call, type Route } from './route';
import { parseInput } from './validate';
import type { World } from './world';

const PATH = '/reviews/v1/bulk/reviews';
const createSchema = z.object({ reviews: z.array(z.unknown()).min(1).max(100), returnEntity: z.boolean().default(false) });
const filterSchema = z.object({ filter: z.unknown().optional() });
const moderateSchema = filterSchema.extend({ status: z.enum(['APPROVED', 'REJECTED']) });

export function reviewBulkRoutes(world: World): readonly Route[] {
  const common = { method: 'POST', access: 'write', subjects: BACK_OFFICE } as const;
  return [
    { ...common, path: `${PATH}/create`, request: REQUESTS.bulkCreate, answer: ANSWERS.bulkCreate, handle: (call) => create(world, call) },
    {
      ...common, path: `${PATH}/delete`, request: REQUESTS.bulkDelete, answer: ANSWERS.bulkDelete,
      handle: (call) => each(world, call, (writer, id) => writer.remove(id, actorOf(call.caller))),
    },
    {
      ...common, path: `${PATH}/moderate`, request: REQUESTS.bulkModerate, answer: ANSWERS.bulkModerate,
      handle(call) {
        const { status } = parseInput(moderateSchema, call.input);
        return each(world, call, (writer, id) => writer.moderate(id, status, actorOf(call.caller)));
      },
    },
  ];
}

function create(world: World, call: Call): ReturnType<Route['handle']> {
  const { reviews, returnEntity } = parseInput(createSchema, call.input);
  const writer = reviewWriter(world, call.site.id);
  const results = reviews.map((sent, originalIndex) => createOne(writer, call, sent, originalIndex));
  const totalFailures = results.filter(({ itemMetadata }) => !itemMetadata.success).length;
  const bulkActionMetadata = { totalSuccesses: reviews.length - totalFailures, totalFailures, undetailedFailures: returnEntity ? 0 : totalFailures };
  // Documented trap: without `returnEntity` nothing is said about single items.
  return returnEntity ? { results: results.map(toJson), bulkActionMetadata } : { bulkActionMetadata };
}

interface ItemResult {
  readonly itemMetadata: { readonly id?: string; readonly originalIndex: number; readonly success: boolean; readonly error?: Json };
  readonly review?: Json;
}

function createOne(writer: ReviewWriter, call: Call, sent: unknown, originalIndex: number): ItemResult {
  try {
    const review = writer.create(toDraft(parseInput(newReviewSchema, sent)), actorOf(call.caller));
    return { itemMetadata: { id: review.id, originalIndex, success: true }, review: toJson(review) };
  } catch (error) {
    return { itemMetadata: { originalIndex, success: false, error: { ...itemError(error) } } };
  }
}

/** Wix works such jobs off in the background; here the work is done when the job id is answered. */
function each(world: World, call: Call, act: (writer: ReviewWriter, id: string) => unknown): ReturnType<Route['handle']> {
  const { filter } = parseInput(filterSchema, call.input);
  checkQuery(filter, [], REVIEW_RULES);
  const writer = reviewWriter(world, call.site.id);
  const found = select(call.data.reviews.all().map(({ review }) => review), filter);
  for (const { id } of found) act(writer, id);
  return { jobId: world.newId() };
}
