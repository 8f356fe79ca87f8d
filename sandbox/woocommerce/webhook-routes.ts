import { randomBytes } from 'node:crypto';
import type { Hono } from 'hono';
import { itemLinks, pickFields, readFields } from './links';
import { paginate } from './paging';
import { listParam, readParams, textParam, type Args, type Params } from './params';
import { ALLOW_COLLECTION, ALLOW_ITEM, type Endpoint, type RestHandler, type RestRequest } from './rest-endpoint';
import type { WebhookRow, WebhookStatus } from './rows';
import { gmtDate, nowMs, siteDate, type Site } from './site';
import { pingRequest } from './webhook-delivery';
import { statusOf } from './webhook-queue';
import { hooksOf, isValidTopic } from './webhook-topics';
import { WpError } from './wp-error';

const COLLECTION = '/wp-json/wc/v3/webhooks';
const ITEM = `${COLLECTION}/:id{[0-9]+}`;
const STATUSES: readonly WebhookStatus[] = ['active', 'paused', 'disabled'];

const LIST_ARGS: Args = {
  page: { type: 'integer', default: 1, minimum: 1 },
  per_page: { type: 'integer', default: 10, minimum: 1, maximum: 100 },
  offset: { type: 'integer' },
  search: { type: 'string' },
  include: { type: 'array' },
  exclude: { type: 'array' },
  order: { type: 'string', default: 'desc', enum: ['asc', 'desc'] },
  orderby: { type: 'string', default: 'date', enum: ['date', 'id', 'title'] },
  status: { type: 'string', default: 'all', enum: ['all', ...STATUSES] },
};
const UPDATE_ARGS: Args = {
  name: { type: 'string' },
  status: { type: 'string', enum: STATUSES },
  topic: { type: 'string' },
  secret: { type: 'string' },
  delivery_url: { type: 'string' },
};
const CREATE_ARGS: Args = {
  ...UPDATE_ARGS,
  topic: { type: 'string', required: true },
  delivery_url: { type: 'string', required: true },
};

export function addWebhookRoutes(app: Hono, endpoint: Endpoint, deliver: (request: Request) => Promise<Response>): void {
  const rule = (allow: string, verb: string, message: string) =>
    ({ allow, denied: [`woocommerce_rest_cannot_${verb}`, message] }) as const;
  const item = (verb: string) => rule(ALLOW_ITEM, verb, `Sorry, you cannot ${verb} this resource.`);
  const create = rule(ALLOW_COLLECTION, 'create', 'Sorry, you are not allowed to create resources.');
  app.get(COLLECTION, endpoint(rule(ALLOW_COLLECTION, 'view', 'Sorry, you cannot list resources.'), list));
  app.post(COLLECTION, endpoint(create, createHandler(deliver)));
  app.get(ITEM, endpoint(item('view'), (request) => ({ body: single(request, requireWebhook(request)) })));
  app.on(['PUT', 'PATCH', 'POST'], ITEM, endpoint(item('edit'), update));
  app.delete(ITEM, endpoint(item('delete'), remove));
}

const list: RestHandler = (request) => {
  const params = readParams(LIST_ARGS, request.params);
  const url = `${request.origin}${COLLECTION}`;
  const page = paginate(findWebhooks(request.site, params), { params, query: request.query, url, args: LIST_ARGS });
  const fields = readFields(params['_fields']);
  const body = page.items.map((row) => pickFields(webhookJson(request, row), fields));
  return { body, headers: page.headers };
};

function findWebhooks(site: Site, params: Params): WebhookRow[] {
  const [include, exclude] = [listParam(params, 'include'), listParam(params, 'exclude')];
  const status = textParam(params, 'status') ?? 'all';
  const search = textParam(params, 'search')?.toLowerCase() ?? '';
  const turn = textParam(params, 'order') === 'asc' ? 1 : -1;
  const byId = textParam(params, 'orderby') === 'id';
  return site.db.webhooks
    .all()
    .filter(
      (row) =>
        (status === 'all' || row.status === status) &&
        (include.length === 0 || include.includes(row.id)) &&
        !exclude.includes(row.id) &&
        row.name.toLowerCase().includes(search),
    )
    .sort((a, b) => (byId ? turn * (a.id - b.id) : turn * (a.createdMs - b.createdMs) || a.id - b.id));
}

function createHandler(deliver: (request: Request) => Promise<Response>): RestHandler {
  return async (request) => {
    const params = readParams(CREATE_ARGS, request.params);
    const { site } = request;
    const createdMs = nowMs(site);
    const topic = checkTopic(textParam(params, 'topic') ?? '');
    const row: WebhookRow = {
      id: 0,
      name: textParam(params, 'name') ?? `Webhook created on ${siteDate(site, createdMs)}`,
      status: statusParam(params) ?? 'active',
      topic,
      deliveryUrl: checkUrl(textParam(params, 'delivery_url') ?? ''),
      // Without one the store makes its own and never shows it.
      secret: textParam(params, 'secret') ?? randomBytes(25).toString('base64url'),
      createdMs,
      modifiedMs: null,
      failureCount: 0,
    };
    const created = { ...row, id: site.db.nextId('webhook') };
    // Saved a second time after the ping; the answer to this request still shows the first.
    site.db.webhooks.put({ ...created, modifiedMs: createdMs });
    await statusOf(deliver, pingRequest(created));
    const location = `${request.origin}${COLLECTION}/${created.id}`;
    return { status: 201, body: single(request, created), headers: { location } };
  };
}

const update: RestHandler = (request) => {
  const row = requireWebhook(request);
  const params = readParams(UPDATE_ARGS, request.params);
  const topic = textParam(params, 'topic');
  const url = textParam(params, 'delivery_url');
  const saved: WebhookRow = {
    ...row,
    name: textParam(params, 'name') ?? row.name,
    status: statusParam(params) ?? row.status,
    topic: topic === undefined ? row.topic : checkTopic(topic),
    deliveryUrl: url === undefined ? row.deliveryUrl : checkUrl(url),
    secret: textParam(params, 'secret') ?? row.secret,
    modifiedMs: nowMs(request.site),
  };
  request.site.db.webhooks.put(saved);
  return { body: single(request, saved) };
};

const remove: RestHandler = (request) => {
  const row = requireWebhook(request);
  if (!['true', '1', true, 1].some((yes) => yes === request.params['force'])) {
    throw new WpError('woocommerce_rest_trash_not_supported', 'Webhooks do not support trashing.', 501);
  }
  request.site.db.webhooks.delete(row.id);
  return { body: single(request, row) };
};

function requireWebhook({ site, params }: RestRequest): WebhookRow {
  const row = site.db.webhooks.get(Number(params['id']));
  if (row === undefined) throw new WpError('woocommerce_rest_shop_webhook_invalid_id', 'Invalid ID.', 404);
  return row;
}

function checkTopic(topic: string): string {
  if (isValidTopic(topic)) return topic;
  throw new WpError('woocommerce_rest_shop_webhook_invalid_topic', 'Webhook topic is required and must be valid.', 400);
}

function checkUrl(url: string): string {
  if (/^https?:\/\/./i.test(url) && URL.canParse(url)) return url;
  const message = 'Webhook delivery URL must be a valid URL starting with http:// or https://.';
  throw new WpError('woocommerce_rest_shop_webhook_invalid_delivery_url', message, 400);
}

function statusParam(params: Params): WebhookStatus | undefined {
  return STATUSES.find((status) => status === params['status']);
}

function single(request: RestRequest, row: WebhookRow): Record<string, unknown> {
  const { _links, ...fields } = webhookJson(request, row);
  return { ...pickFields(fields, readFields(request.params['_fields'])), _links };
}

/** The secret is never shown. */
function webhookJson({ site, origin }: RestRequest, row: WebhookRow): Record<string, unknown> {
  const [resource = '', event = ''] = row.topic.split('.');
  return {
    id: row.id,
    name: row.name,
    status: row.status,
    topic: row.topic,
    resource,
    event,
    hooks: hooksOf(row.topic),
    delivery_url: row.deliveryUrl,
    date_created: siteDate(site, row.createdMs),
    date_created_gmt: gmtDate(row.createdMs),
    date_modified: row.modifiedMs === null ? null : siteDate(site, row.modifiedMs),
    date_modified_gmt: row.modifiedMs === null ? null : gmtDate(row.modifiedMs),
    _links: itemLinks(`${origin}${COLLECTION}`, row.id),
  };
}
