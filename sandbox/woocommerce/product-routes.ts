import type { Hono } from 'hono';
import { pickFields, readFields } from './links';
import { paginate } from './paging';
import { listParam, parseDate, readParams, textParam, type Args, type Params } from './params';
import { productJson, productLinks } from './product-json';
import { deleteProduct, saveProduct } from './product-writes';
import { ALLOW_COLLECTION, ALLOW_ITEM, type Endpoint, type RestHandler, type RestRequest } from './rest-endpoint';
import type { ProductRow } from './rows';
import { nowMs, type Site } from './site';
import { WpError } from './wp-error';

const COLLECTION = '/wp-json/wc/v3/products';
const ITEM = `${COLLECTION}/:id{[0-9]+}`;

const LIST_ARGS: Args = {
  page: { type: 'integer', default: 1, minimum: 1 },
  per_page: { type: 'integer', default: 10, minimum: 1, maximum: 100 },
  offset: { type: 'integer' },
  search: { type: 'string' },
  slug: { type: 'string' },
  sku: { type: 'string' },
  status: { type: 'string', default: 'any', enum: ['any', 'future', 'trash', 'draft', 'pending', 'private', 'publish'] },
  include: { type: 'array' },
  exclude: { type: 'array' },
  order: { type: 'string', default: 'desc', enum: ['asc', 'desc'] },
  orderby: {
    type: 'string',
    default: 'date',
    enum: ['date', 'id', 'include', 'title', 'slug', 'modified', 'menu_order', 'price', 'popularity', 'rating'],
  },
  modified_after: { type: 'string', format: 'date-time' },
};

export function addProductRoutes(app: Hono, endpoint: Endpoint): void {
  const rule = (allow: string, verb: string, message: string) =>
    ({ allow, denied: [`woocommerce_rest_cannot_${verb}`, message] }) as const;
  const item = (verb: string) => rule(ALLOW_ITEM, verb, `Sorry, you cannot ${verb} this resource.`);
  app.get(COLLECTION, endpoint(rule(ALLOW_COLLECTION, 'view', 'Sorry, you cannot list resources.'), list));
  app.post(COLLECTION, endpoint(rule(ALLOW_COLLECTION, 'create', 'Sorry, you are not allowed to create resources.'), create));
  app.get(ITEM, endpoint(item('view'), get));
  app.on(['PUT', 'PATCH', 'POST'], ITEM, endpoint(item('edit'), update));
  app.delete(ITEM, endpoint(item('delete'), remove));
}

const list: RestHandler = (request) => {
  const params = readParams(LIST_ARGS, request.params);
  const url = `${request.origin}${COLLECTION}`;
  const page = paginate(findProducts(request.site, params), { params, query: request.query, url, args: LIST_ARGS });
  const fields = readFields(params['_fields']);
  const body = page.items.map((row) =>
    pickFields({ ...productJson(request.site, request.origin, row), _links: productLinks(request.origin, row) }, fields),
  );
  return { body, headers: page.headers };
};

function findProducts(site: Site, params: Params): ProductRow[] {
  const [include, exclude] = [listParam(params, 'include'), listParam(params, 'exclude')];
  const status = textParam(params, 'status') ?? 'any';
  const search = textParam(params, 'search')?.toLowerCase() ?? '';
  const [slug, sku] = [textParam(params, 'slug'), textParam(params, 'sku')];
  const after = textParam(params, 'modified_after');
  const afterMs = after === undefined ? null : parseDate(after, site.utcOffsetMinutes);
  const rows = site.db.products.all().filter(
    (row) =>
      (status === 'any' ? row.status !== 'trash' : row.status === status) &&
      (include.length === 0 || include.includes(row.id)) &&
      !exclude.includes(row.id) &&
      (search === '' || `${row.name} ${row.description}`.toLowerCase().includes(search)) &&
      (slug === undefined || row.slug === slug) &&
      // Several SKUs may be asked for at once, and each matches as a part of the whole.
      (sku === undefined || sku.split(',').some((part) => row.sku.includes(part.trim()))) &&
      (afterMs === null || row.modifiedMs > afterMs),
  );
  return sortProducts(rows, params);
}

function sortProducts(rows: ProductRow[], params: Params): ProductRow[] {
  const turn = textParam(params, 'order') === 'asc' ? 1 : -1;
  const by = textParam(params, 'orderby') ?? 'date';
  const include = listParam(params, 'include');
  return rows.sort((a, b) => {
    if (by === 'include') return include.indexOf(a.id) - include.indexOf(b.id);
    if (by === 'title' || by === 'slug') return turn * a.slug.localeCompare(b.slug);
    if (by === 'modified') return turn * (a.modifiedMs - b.modifiedMs || a.id - b.id);
    if (by === 'id') return turn * (a.id - b.id);
    return turn * (a.createdMs - b.createdMs || a.id - b.id);
  });
}

const get: RestHandler = (request) => ({ body: single(request, requireProduct(request)) });

const create: RestHandler = (request) => {
  const row = createProduct(request.site, request.params);
  const location = `${request.origin}${COLLECTION}/${row.id}`;
  return { status: 201, body: single(request, row), headers: { location } };
};

const update: RestHandler = (request) => {
  const row = requireProduct(request);
  const { params } = request;
  const saved = saveProduct(request.site, {
    ...row,
    name: textParam(params, 'name') ?? row.name,
    slug: textParam(params, 'slug') ?? row.slug,
    sku: textParam(params, 'sku') ?? row.sku,
    price: textParam(params, 'regular_price') ?? row.price,
    description: textParam(params, 'description') ?? row.description,
    status: statusOf(params) ?? row.status,
  });
  return { body: single(request, saved) };
};

const remove: RestHandler = (request) => {
  const row = requireProduct(request);
  const force = ['true', '1', true, 1].some((yes) => yes === request.params['force']);
  if (force) {
    deleteProduct(request.site, row.id);
    return { body: single(request, row), allow: null };
  }
  if (row.status === 'trash') throw new WpError('woocommerce_rest_already_trashed', 'The Product has already been deleted.', 410);
  const trashed = saveProduct(request.site, { ...row, status: 'trash' });
  request.site.fire('wp_trash_post', row.id);
  return { body: single(request, trashed) };
};

export function createProduct(site: Site, params: Params): ProductRow {
  const name = textParam(params, 'name') ?? 'Product';
  const id = site.db.nextId('post');
  const row: ProductRow = {
    id,
    name,
    slug: uniqueSlug(site, textParam(params, 'slug') ?? name, id),
    sku: textParam(params, 'sku') ?? '',
    price: textParam(params, 'regular_price') ?? '',
    description: textParam(params, 'description') ?? '',
    status: statusOf(params) ?? 'publish',
    createdMs: nowMs(site),
    modifiedMs: nowMs(site),
    averageRating: '0.00',
    ratingCount: 0,
  };
  site.db.products.put(row);
  site.fire('woocommerce_new_product', id);
  return row;
}

function uniqueSlug(site: Site, wanted: string, id: number): string {
  const words = wanted.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
  const slug = words.replace(/^-+|-+$/g, '') || String(id);
  const taken = new Set(site.db.products.all().map((row) => row.slug));
  if (!taken.has(slug)) return slug;
  let number = 2;
  while (taken.has(`${slug}-${number}`)) number += 1;
  return `${slug}-${number}`;
}

function statusOf(params: Params): ProductRow['status'] | undefined {
  return (['publish', 'draft', 'private', 'trash'] as const).find((status) => status === params['status']);
}

function requireProduct({ site, params }: RestRequest): ProductRow {
  const row = site.db.products.get(Number(params['id']));
  if (row === undefined) throw new WpError('woocommerce_rest_product_invalid_id', 'Invalid ID.', 404);
  return row;
}

function single(request: RestRequest, row: ProductRow): Record<string, unknown> {
  const picked = pickFields(productJson(request.site, request.origin, row), readFields(request.params['_fields']));
  return { ...picked, _links: productLinks(request.origin, row) };
}
