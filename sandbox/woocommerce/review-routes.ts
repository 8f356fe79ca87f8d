import type { Hono } from 'hono';
import { pickFields, readFields } from './links';
import { paginate } from './paging';
import { readParams, type Args, type Params } from './params';
import { ALLOW_COLLECTION, ALLOW_ITEM, type Endpoint, type RestHandler, type RestRequest } from './rest-endpoint';
import { reviewJson, reviewLinks, type Context } from './review-json';
import { listReviews } from './review-list';
import schema from './review-schema.json';
import { createReview, deleteReview, requireReview, updateReview, type Deletion } from './review-writes';
import type { CommentRow } from './rows';
import { WpError } from './wp-error';

const COLLECTION = '/wp-json/wc/v3/products/reviews';
const ITEM = `${COLLECTION}/:id{[0-9]+}`;
const MAX_BATCH_ITEMS = 100;

const [LIST_ARGS, CREATE_ARGS] = schema.endpoints.map((endpoint): Args => endpoint.args);
const UPDATE_ARGS: Args = {
  product_id: { type: 'integer' },
  product_name: { type: 'string' },
  status: { type: 'string', enum: schema.schema.properties.status.enum },
  reviewer: { type: 'string' },
  reviewer_email: { type: 'string' },
  review: { type: 'string' },
  rating: { type: 'integer' },
};

export function addReviewRoutes(app: Hono, endpoint: Endpoint): void {
  const may = (verb: string, message: string) => [`woocommerce_rest_cannot_${verb}`, message] as const;
  const list = { allow: ALLOW_COLLECTION, denied: may('view', 'Sorry, you cannot list resources.') };
  const create = { allow: ALLOW_COLLECTION, denied: may('create', 'Sorry, you are not allowed to create resources.') };
  const batch = {
    allow: 'POST, PUT, PATCH',
    denied: may('batch', 'Sorry, you are not allowed to batch manipulate this resource.'),
  };
  const item = (verb: string) => ({ allow: ALLOW_ITEM, denied: may(verb, `Sorry, you cannot ${verb} this resource.`) });

  app.get(COLLECTION, endpoint(list, listHandler));
  app.post(COLLECTION, endpoint(create, createHandler));
  app.on('OPTIONS', COLLECTION, endpoint({ allow: ALLOW_COLLECTION, denied: null }, describeHandler));
  app.on(['POST', 'PUT', 'PATCH'], `${COLLECTION}/batch`, endpoint(batch, batchHandler));
  app.get(ITEM, endpoint(item('view'), getHandler));
  app.on(['POST', 'PUT', 'PATCH'], ITEM, endpoint(item('edit'), updateHandler));
  app.delete(ITEM, endpoint(item('delete'), deleteHandler));
}

const describeHandler: RestHandler = ({ origin }) => ({
  body: { ...schema, _links: { self: [{ href: `${origin}${COLLECTION}` }] } },
});

const listHandler: RestHandler = (request) => {
  const args = LIST_ARGS ?? {};
  const params = readParams(args, request.params);
  const url = `${request.origin}${COLLECTION}`;
  const page = paginate(listReviews(request.site, params), { params, query: request.query, url, args });
  const fields = readFields(params['_fields']);
  const body = page.items.map((row) => pickFields(show(request, row, contextOf(params)), fields));
  return { body, headers: page.headers };
};

const getHandler: RestHandler = (request) => {
  const row = requireReview(request.site, Number(request.params['id']));
  return { body: single(request, row, contextOf(request.params)) };
};

const createHandler: RestHandler = (request) => {
  const params = readParams(CREATE_ARGS ?? {}, request.params);
  const row = createReview(request.site, params, request.agent);
  const location = `${request.origin}${COLLECTION}/${row.id}`;
  return { status: 201, body: single(request, row, 'edit'), headers: { location } };
};

const updateHandler: RestHandler = (request) => {
  const params = readParams(UPDATE_ARGS, request.params);
  return { body: single(request, updateReview(request.site, Number(params['id']), params, 'single'), 'edit') };
};

const deleteHandler: RestHandler = (request) => {
  const force = ['true', '1', true, 1].some((yes) => yes === request.params['force']);
  const deletion = deleteReview(request.site, Number(request.params['id']), force);
  if (deletion.kind === 'trashed') return { body: single(request, deletion.row, 'edit') };
  return { body: deletedBody(request, deletion), allow: null };
};

const batchHandler: RestHandler = (request) => {
  const [creates, updates, deletes] = ['create', 'update', 'delete'].map((name) => listOf(request.params[name]));
  const total = [creates, updates, deletes].reduce((sum, list) => sum + (list?.length ?? 0), 0);
  if (total > MAX_BATCH_ITEMS) {
    const message = `Unable to accept more than ${MAX_BATCH_ITEMS} items for this request.`;
    throw new WpError('woocommerce_rest_request_entity_too_large', message, 413);
  }
  return {
    body: {
      ...(creates && { create: creates.map((one) => attempt(0, () => show(request, createInBatch(request, toParams(one)), 'edit'))) }),
      ...(updates && {
        update: updates.map((one) => {
          const id = Number(toParams(one)['id'] ?? 0);
          return attempt(id, () => show(request, updateReview(request.site, id, toParams(one), 'batch'), 'edit'));
        }),
      }),
      // Batch deletes never go by the trash.
      ...(deletes && {
        delete: deletes.map((id) => attempt(Number(id), () => deletedBody(request, deleteReview(request.site, Number(id), true)))),
      }),
    },
  };
};

/** Items of a batch skip the checks of single requests: only what the database needs is looked at. */
function createInBatch({ site, agent }: RestRequest, params: Params): CommentRow {
  if (params['id'] === undefined) return createReview(site, params, agent);
  throw new WpError('woocommerce_rest_review_exists', 'Cannot create existing product review.', 400);
}

/** One item's failure is its own answer and leaves its neighbours alone. */
function attempt(id: number, work: () => Record<string, unknown>): Record<string, unknown> {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof WpError)) throw error;
    return { id, error: error.toBody() };
  }
}

function deletedBody(request: RestRequest, { row }: Deletion): Record<string, unknown> {
  return { deleted: true, previous: reviewJson(request.site, request.origin, row, 'edit') };
}

/** `_fields` never removes `_links` from a single item, because they are added after the picking. */
function single(request: RestRequest, row: CommentRow, context: Context): Record<string, unknown> {
  const picked = pickFields(reviewJson(request.site, request.origin, row, context), readFields(request.params['_fields']));
  return { ...picked, _links: reviewLinks(request.origin, row) };
}

function show(request: RestRequest, row: CommentRow, context: Context): Record<string, unknown> {
  return { ...reviewJson(request.site, request.origin, row, context), _links: reviewLinks(request.origin, row) };
}

function contextOf(params: Params): Context {
  return params['context'] === 'edit' ? 'edit' : 'view';
}

function listOf(value: unknown): readonly unknown[] | null {
  return Array.isArray(value) ? value : null;
}

function toParams(value: unknown): Params {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
