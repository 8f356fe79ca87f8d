import { reviews as official } from '@wix/reviews/schemas';
import { isObject } from './json';
import type { OfficialCheck } from './route';

/**
 * The schemas shipped with the SDK describe what app code passes and gets, not what travels: there ids and dates have
 * a leading underscore, dates are `Date`s and media are `wix:` links. These functions take the wire form there.
 */
const RENAMED: Readonly<Record<string, string>> = { id: '_id', createdDate: '_createdDate', updatedDate: '_updatedDate' };
const DATES = new Set(['_createdDate', '_updatedDate', 'reviewDate']);

export function toSdkShape(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toSdkShape);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => toSdkEntry(RENAMED[key] ?? key, part)));
}

function toSdkEntry(key: string, value: unknown): readonly [string, unknown] {
  if (DATES.has(key)) return [key, typeof value === 'string' ? new Date(value) : value];
  if ((key === 'image' || key === 'video') && isObject(value)) return [key, `wix:${key}://v1/${String(value['id'] ?? value['url'])}`];
  return [key, toSdkShape(value)];
}

/** The schema of a query wants `{field: {$eq: value}}` where builders send the bare value, and knows no `$isEmpty`. */
function toSdkQuery(query: unknown): unknown {
  if (!isObject(query)) return query;
  const sort = Array.isArray(query['sort']) ? query['sort'].map((by: unknown) => (isObject(by) ? { ...by, fieldName: renamed(String(by['fieldName'])) } : by)) : undefined;
  return { ...query, filter: toSdkFilter(query['filter']), sort };
}

function toSdkFilter(filter: unknown): unknown {
  if (!isObject(filter)) return filter ?? undefined;
  const entries = Object.entries(filter).map(([key, condition]) => {
    if (key.startsWith('$')) return [key, condition] as const;
    if (key === 'content.media') return [key, {}] as const;
    return [renamed(key), isObject(condition) ? condition : { $eq: condition }] as const;
  });
  return Object.fromEntries(entries);
}

function renamed(field: string): string {
  return RENAMED[field] ?? field;
}

function field(value: unknown, name: string): unknown {
  return isObject(value) ? value[name] : undefined;
}

type Shape = OfficialCheck['toSdkShape'];
const check = (schema: OfficialCheck['schema'], shape: Shape): OfficialCheck => ({ schema, toSdkShape: shape });
const same: Shape = (value) => toSdkShape(value);
/** The SDK unwraps `{review}` for some methods. */
const unwrapped: Shape = (value) => toSdkShape(field(value, 'review'));
const inOptions: Shape = (value) => ({ options: value });

export const REQUESTS = {
  query: check(official.QueryReviewsRequest, (value) => ({ query: toSdkQuery(field(value, 'query') ?? {}), options: value })),
  count: check(official.CountReviewsRequest, inOptions),
  get: check(official.GetReviewRequest, (_, params) => ({ reviewId: params['id'] })),
  create: check(official.CreateReviewRequest, same),
  bulkCreate: check(official.BulkCreateReviewRequest, (value) => ({ reviews: toSdkShape(field(value, 'reviews')), options: value })),
  update: check(official.UpdateReviewRequest, (value, params) => ({ _id: params['id'], review: toSdkShape(field(value, 'review')) })),
  remove: check(official.DeleteReviewRequest, (_, params) => ({ reviewId: params['id'] })),
  moderate: check(official.UpdateModerationStatusRequest, (value, params) => ({ reviewId: params['id'], options: value })),
  setReply: check(official.SetReplyRequest, (value, params) => ({ reviewId: params['id'], message: field(value, 'message') })),
  removeReply: check(official.RemoveReplyRequest, (_, params) => ({ reviewId: params['id'] })),
  bulkDelete: check(official.BulkDeleteReviewsRequest, inOptions),
  bulkModerate: check(official.BulkUpdateModerationStatusRequest, inOptions),
} satisfies Record<string, OfficialCheck>;

export const ANSWERS = {
  query: check(official.QueryReviewsResponse, same),
  count: check(official.CountReviewsResponse, same),
  get: check(official.GetReviewResponse, unwrapped),
  create: check(official.CreateReviewResponse, unwrapped),
  bulkCreate: check(official.BulkCreateReviewResponse, same),
  update: check(official.UpdateReviewResponse, unwrapped),
  remove: check(official.DeleteReviewResponse, same),
  moderate: check(official.UpdateModerationStatusResponse, same),
  setReply: check(official.SetReplyResponse, same),
  removeReply: check(official.RemoveReplyResponse, same),
  bulkDelete: check(official.BulkDeleteReviewsResponse, same),
  bulkModerate: check(official.BulkUpdateModerationStatusResponse, same),
} satisfies Record<string, OfficialCheck>;
