import { brandId, type LinkId } from '../../../core/ids';
import type { LinkRow } from '../../sync/tables';
import { NOW_MS, SITE } from './fixture';

export function linkRow(change: Partial<LinkRow>): LinkRow {
  return {
    _id: brandId<LinkId>('link'), instanceId: SITE, state: 'in-step', code: null, outcome: null, birth: 'wix',
    wixReviewId: null, wixProductId: null, contactId: null, wixRevision: null, storeReviewId: null, storeProductId: null,
    wixSeen: null, storeSeen: null, base: null, because: null, intent: null, gone: null,
    marks: 0, turn: 0, leaseUntilMs: 0, dueAtMs: null, attempts: 0, lastAtMs: NOW_MS, lastEvent: 'Copied to Wix', timeline: [], rating: 5, runAtMs: null, absentIn: null, absentSide: null,
    ...change,
  };
}
