import { brandId, type StoreProductId, type WixProductId } from '../../core/ids';
import type { ConnectedSetup, FieldsAnswer, PeopleAnswer, PreviewAnswer, PreviewGroup, PreviewSummary, ProductEntry } from '../../backend/endpoints/setup/setup-types';
import { DEFAULT_POLICY } from '../../core/default-policy';
import type { ReviewFields } from '../../core/review';
import { connected } from './fake-backend';

export function setup(change: Partial<ConnectedSetup> = {}): ConnectedSetup {
  return {
    kind: 'connected',
    connection: connected().connection,
    products: { suggested: 2, open: 1, matched: 140, left: 0, gone: 0 },
    preview: null,
    run: null,
    ...change,
  };
}

export const ALL_GRANTED = { verdicts: ['read-reviews', 'read-products', 'write', 'webhook'].map((permission) => ({ permission, problem: null })) };

export function product(id: string, change: Partial<ProductEntry> = {}): ProductEntry {
  return {
    storeProductId: brandId<StoreProductId>(id), wixProductId: brandId<WixProductId>(`w${id}`), storeName: `Mug ${id}`, wixName: `Wix mug ${id}`,
    reason: 'sku', confidence: 1, goneFrom: null, twins: [], ...change,
  };
}

export function fieldsAnswer(): FieldsAnswer {
  const words: ReviewFields = { title: '', body: 'Fits well, and the colour stays.', rating: 5, author: 'Ada', status: 'published', reply: null };
  return {
    policy: DEFAULT_POLICY,
    capabilities: { create: true, holds: ['body', 'rating', 'author', 'status'], edits: ['body', 'rating', 'author', 'status'], delete: 'trash', maxLength: { title: 0, body: 65_525, author: 245, reply: 0 } },
    examples: { store: words, wix: { ...words, title: 'Lovely', body: 'Warm, soft and true to size.', author: 'Una' } },
  };
}

export function people(change: Partial<PeopleAnswer> = {}): PeopleAnswer {
  return { known: [], unknown: [], anonymous: 0, onWix: [], unreachable: [], unreachableReviews: 0, reviews: 100, next: null, calls: 5, ...change };
}

/** After the connection was made. */
export const FORETOLD_AT_MS = Date.UTC(2026, 10, 20);

export function preview(change: Partial<PreviewSummary> = {}): PreviewSummary {
  return { state: 'done', done: 2000, total: 2000, startedAtMs: FORETOLD_AT_MS, updatedAtMs: FORETOLD_AT_MS + 1, outdated: [], contacts: 3, calls: 240, timeMs: 180_000, ...change };
}

export function previewAnswer(change: Partial<Record<PreviewGroup, number>> = {}): PreviewAnswer {
  return {
    preview: preview(),
    groups: {
      'create-on-wix': 402, 'create-in-store': 210, same: 300, already: 0, changed: 0, conflict: 2, PRODUCT_UNMATCHED: 12, AUTHOR_NO_EMAIL: 0,
      NOT_PUBLISHED: 0, DIRECTION_OFF: 0, RATING_MISSING: 0, BODY_MISSING: 0, FIELD_TOO_LONG: 0, other: 0, ...change,
    },
  };
}
