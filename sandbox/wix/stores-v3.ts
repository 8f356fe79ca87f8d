import { z } from 'zod';
import { applicationError, invalidField } from './api-error';
import { requireCatalog } from './catalog-version';
import { cursorPage } from './cursor-page';
import { checkQuery, EQUALITY, type FilterRules } from './filter-rules';
import type { JsonObject } from './json';
import type { Product } from './product';
import { ANYONE, param, toJson, type Call, type Route } from './route';
import { sortSchema } from './sort';
import { parseInput } from './validate';

const PATH = '/stores/v3/products';
const MAX_PAGE = 100;
const TEXT = [...EQUALITY, '$startsWith', '$hasSome', '$lt', '$lte', '$gt', '$gte', '$exists'] as const;
/** Neither name nor sku can be asked for; a search knows the name. */
const QUERY_RULES: FilterRules = {
  operators: { id: TEXT, handle: TEXT, slug: TEXT, visible: ['$eq', '$ne'], createdDate: TEXT, updatedDate: TEXT },
  sortable: ['id', 'handle', 'slug', 'createdDate', 'updatedDate'],
};
const SEARCH_RULES: FilterRules = { operators: { ...QUERY_RULES.operators, name: TEXT }, sortable: [...QUERY_RULES.sortable, 'name'] };
const VARIANT_RULES: FilterRules = { operators: { id: TEXT, 'productData.productId': TEXT, 'productData.name': TEXT, sku: TEXT }, sortable: ['id', 'sku'] };

const pagingSchema = z.object({ limit: z.number().int().min(0).nullish(), cursor: z.string().nullish() }).nullish();
const listSchema = z.object({ filter: z.unknown().optional(), sort: sortSchema.nullish(), cursorPaging: pagingSchema });
const querySchema = z.object({ query: listSchema.default({}) });
const searchSchema = z.object({ search: listSchema.extend({ search: z.object({ expression: z.string().optional() }).nullish() }).default({}) });

export function storesV3Routes(): readonly Route[] {
  const both = (path: string, handle: Route['handle']): readonly Route[] =>
    (['GET', 'POST'] as const).map((method) => ({ method, path: `${PATH}/${path}`, access: 'read', subjects: ANYONE, handle }));
  return [
    ...both('query', query),
    ...both('search', search),
    ...both('query-variants', queryVariants),
    { method: 'GET', path: `${PATH}/:id`, access: 'read', subjects: ANYONE, handle: get },
  ];
}

function query(call: Call): JsonObject {
  requireCatalog(call, 'V3_CATALOG');
  const { query: sent } = parseInput(querySchema, call.input);
  return answer('products', pageOf(call.data.products.all().map(toV3), sent, QUERY_RULES));
}

function search(call: Call): JsonObject {
  requireCatalog(call, 'V3_CATALOG');
  const { search: sent } = parseInput(searchSchema, call.input);
  const words = (sent.search?.expression ?? '').toLowerCase();
  const found = call.data.products.all().filter(({ name, sku }) => `${name} ${sku ?? ''}`.toLowerCase().includes(words));
  return answer('products', pageOf(found.map(toV3), sent, SEARCH_RULES));
}

/** The only V3 list that shows a sku. */
function queryVariants(call: Call): JsonObject {
  requireCatalog(call, 'V3_CATALOG');
  const { query: sent } = parseInput(querySchema, call.input);
  return answer('variants', pageOf(call.data.products.all().map(toVariant), sent, VARIANT_RULES));
}

function get(call: Call): JsonObject {
  requireCatalog(call, 'V3_CATALOG');
  const product = call.data.products.get(param(call, 'id'));
  if (product === undefined) throw applicationError(404, 'PRODUCT_NOT_FOUND', 'Product not found');
  return { product: { ...toV3(product), variantsInfo: { variants: [{ id: product.id, ...(product.sku === null ? {} : { sku: product.sku }) }] } } };
}

function pageOf<Row extends { readonly id: string }>(rows: readonly Row[], { filter, sort, cursorPaging }: z.infer<typeof listSchema>, rules: FilterRules): ReturnType<typeof cursorPage<Row>> {
  const limit = cursorPaging?.limit ?? MAX_PAGE;
  if (limit > MAX_PAGE) throw invalidField('query.cursorPaging.limit', `must be at most ${MAX_PAGE}`, 'MAX');
  checkQuery(filter, sort ?? [], rules);
  return cursorPage(rows, { filter, sort: sort ?? [], limit, cursor: cursorPaging?.cursor ?? null });
}

function answer(name: string, { rows, next }: { readonly rows: readonly object[]; readonly next: string | null }): JsonObject {
  return { [name]: rows.map(toJson), pagingMetadata: { count: rows.length, cursors: next === null ? {} : { next }, hasNext: next !== null } };
}

function toV3({ id, name, slug, visible, createdDate }: Product): JsonObject & { readonly id: string } {
  return { id, revision: '1', name, slug, handle: slug, visible, productType: 'PHYSICAL', createdDate, updatedDate: createdDate, media: {} };
}

function toVariant({ id, name, sku, slug }: Product): JsonObject & { readonly id: string } {
  return { id, ...(sku === null ? {} : { sku }), productData: { productId: id, name, slug } };
}
