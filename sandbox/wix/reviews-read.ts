import { z } from 'zod';
import { ApiError, applicationError, invalidField } from './api-error';
import { cursorPage, select } from './cursor-page';
import { checkQuery, EQUALITY, ORDER, type FilterRules } from './filter-rules';
import { isPublished, type Review } from './review';
import { reviewNotFound } from './review-errors';
import { ANSWERS, REQUESTS } from './review-shapes';
import { ANYONE, param, toJson, type Call, type Route } from './route';
import { sortSchema } from './sort';
import { parseInput } from './validate';
import type { World } from './world';

export const REVIEWS_PATH = '/reviews/v1/reviews';
const MAX_PAGE = 100;

export const REVIEW_RULES: FilterRules = {
  operators: {
    id: EQUALITY,
    namespace: EQUALITY,
    entityId: EQUALITY,
    'author.contactId': EQUALITY,
    'moderation.moderationStatus': EQUALITY,
    'content.rating': ORDER,
    createdDate: ORDER,
    helpfulness: ORDER,
    relevanceScore: ORDER,
    verified: ['$eq', '$ne'],
    'origin.type': ['$eq', '$ne'],
    'content.media': ['$isEmpty'],
  },
  sortable: ['content.rating', 'createdDate', 'helpfulness', 'relevanceScore', 'verified', 'origin.type'],
};

const querySchema = z.object({
  query: z
    .object({
      filter: z.unknown().optional(),
      sort: sortSchema.default([]),
      cursorPaging: z.object({ limit: z.number().int().min(1).nullish(), cursor: z.string().nullish() }).optional(),
    })
    .default({ sort: [] }),
  returnPrivateReviews: z.boolean().default(false),
});
const countSchema = z.object({ filter: z.unknown().optional(), includePrivateReviews: z.boolean().default(false) });

export function reviewReadRoutes(world: World): readonly Route[] {
  const common = { access: 'read', subjects: ANYONE } as const;
  return [
    { ...common, method: 'POST', path: `${REVIEWS_PATH}/query`, request: REQUESTS.query, answer: ANSWERS.query, handle: query },
    { ...common, method: 'POST', path: `${REVIEWS_PATH}/count`, request: REQUESTS.count, answer: ANSWERS.count, handle: (call) => count(world, call) },
    { ...common, method: 'GET', path: `${REVIEWS_PATH}/:id`, request: REQUESTS.get, answer: ANSWERS.get, handle: get },
  ];
}

function query(call: Call): ReturnType<Route['handle']> {
  const { query: sent, returnPrivateReviews } = parseInput(querySchema, call.input);
  const limit = sent.cursorPaging?.limit ?? MAX_PAGE;
  if (limit > MAX_PAGE) throw invalidField('query.cursorPaging.limit', `must be at most ${MAX_PAGE}`, 'MAX');
  checkQuery(sent.filter, sent.sort, REVIEW_RULES);
  const cursor = sent.cursorPaging?.cursor ?? null;
  const sort = sent.sort.length > 0 ? sent.sort : ([{ fieldName: 'createdDate', order: 'ASC' }] as const).slice();
  const page = cursorPage(visibleReviews(call, returnPrivateReviews), { filter: sent.filter, sort, limit, cursor });
  return { reviews: page.rows.map(toJson), metadata: { count: page.rows.length, cursors: { next: page.next, prev: null } } };
}

function count(world: World, call: Call): ReturnType<Route['handle']> {
  const { filter, includePrivateReviews } = parseInput(countSchema, call.input);
  checkQuery(filter, [], REVIEW_RULES);
  const found = select(visibleReviews(call, includePrivateReviews), filter).length;
  if (found >= world.switches.get().tooManyToCount) throw applicationError(428, 'TOO_MANY_TO_COUNT', 'Too many reviews to count');
  return { count: found };
}

function get(call: Call): ReturnType<Route['handle']> {
  const id = param(call, 'id');
  const isPrivate = z.looseObject({ returnPrivateReviews: z.string().optional() }).parse(call.input).returnPrivateReviews === 'true';
  refusePrivate(call, isPrivate);
  const review = call.data.reviews.get(id)?.review;
  return review !== undefined && (isPrivate || isPublished(review)) ? { review: toJson(review) } : reviewNotFound(id);
}

function visibleReviews(call: Call, isPrivate: boolean): readonly Review[] {
  refusePrivate(call, isPrivate);
  const all = call.data.reviews.all().map(({ review }) => review);
  return isPrivate ? all : all.filter(isPublished);
}

/** Unpublished reviews are for the back office; visitors may not even ask. */
function refusePrivate({ caller }: Call, isPrivate: boolean): void {
  if (isPrivate && (caller.subjectType === 'VISITOR' || caller.subjectType === 'MEMBER')) throw new ApiError(403, 'Permission denied: REVIEWS.READ_PRIVATE_REVIEWS');
}
