import { z } from 'zod';
import { applicationError, invalidField } from './api-error';
import { requireCatalog } from './catalog-version';
import { select } from './cursor-page';
import { checkQuery, ORDER, type FilterRules } from './filter-rules';
import type { JsonObject } from './json';
import type { Product } from './product';
import { ANYONE, param, type Call, type Route } from './route';
import { compareKeys, sortKey, sortSchema, type Sort } from './sort';
import { parseInput } from './validate';

const MAX_PAGE = 100;
const TEXT = ['$eq', '$ne', '$in', '$hasSome', '$startsWith', '$contains', '$lt', '$lte', '$gt', '$gte'] as const;
const RULES: FilterRules = {
  operators: { id: TEXT, name: TEXT, slug: TEXT, sku: TEXT, numericId: ORDER, lastUpdated: ORDER, productType: TEXT },
  sortable: ['id', 'name', 'slug', 'sku', 'numericId', 'lastUpdated'],
};
const DEFAULT_SORT: Sort = [{ fieldName: 'lastUpdated', order: 'DESC' }];

const querySchema = z.object({
  query: z
    .object({
      filter: z.unknown().optional(),
      sort: sortSchema.nullish(),
      paging: z.object({ limit: z.number().int().min(0).nullish(), offset: z.number().int().min(0).nullish() }).nullish(),
    })
    .default({}),
});

export function storesV1Routes(): readonly Route[] {
  const common = { access: 'read', subjects: ANYONE } as const;
  const path = '/stores-reader/v1/products';
  return [
    { ...common, method: 'GET', path: `${path}/query-platformized`, handle: query },
    { ...common, method: 'POST', path: `${path}/query-platformized`, handle: query },
    {
      ...common, method: 'GET', path: `${path}/:id`,
      handle(call) {
        requireCatalog(call, 'V1_CATALOG');
        const product = call.data.products.get(param(call, 'id'));
        if (product === undefined) throw applicationError(404, 'PRODUCT_NOT_FOUND', 'Product not found');
        return { product: toV1(product) };
      },
    },
  ];
}

function query(call: Call): JsonObject {
  requireCatalog(call, 'V1_CATALOG');
  const { query: sent } = parseInput(querySchema, call.input);
  const limit = sent.paging?.limit ?? MAX_PAGE;
  const offset = sent.paging?.offset ?? 0;
  if (limit > MAX_PAGE) throw invalidField('query.paging.limit', `must be at most ${MAX_PAGE}`, 'MAX');
  checkQuery(sent.filter, sent.sort ?? [], RULES);
  const by = sent.sort === undefined || sent.sort === null || sent.sort.length === 0 ? DEFAULT_SORT : sent.sort;
  const found = select(call.data.products.all().map((product) => ({ id: product.id, wire: toV1(product), ...toV1(product) })), sent.filter);
  found.sort((left, right) => compareKeys(sortKey(left, by), sortKey(right, by), by));
  const page = found.slice(offset, offset + limit).map(({ wire }) => wire);
  return { products: page, metadata: { count: page.length, offset, total: found.length }, totalResults: found.length };
}

function toV1(product: Product): JsonObject {
  return {
    id: product.id,
    name: product.name,
    slug: product.slug,
    visible: product.visible,
    productType: 'physical',
    ...(product.sku === null ? {} : { sku: product.sku }),
    lastUpdated: product.createdDate,
    createdDate: product.createdDate,
    media: { items: [] },
    productPageUrl: { base: 'https://shop.example.com/', path: `/product-page/${product.slug}` },
  };
}
