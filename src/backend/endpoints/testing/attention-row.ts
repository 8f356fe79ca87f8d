import { attentionRank } from '../../../core/attention-rank';
import { brandId, type ContactId, type LinkId, type WixProductId, type WixReviewId } from '../../../core/ids';
import type { AttentionRow } from '../../sync/attention-row';
import { NOW_MS, SITE } from './fixture';

const HOUR_MS = 3_600_000;

/** An open item of two stars on Wix, raised an hour ago. */
export function attentionRow(id: string, change: Partial<AttentionRow> = {}): AttentionRow {
  const row: AttentionRow = {
    _id: id, instanceId: SITE, linkId: brandId<LinkId>(`l-${id}`), birth: 'wix', wixReviewId: brandId<WixReviewId>(`r-${id}`), wixProductId: brandId<WixProductId>('w1'),
    contactId: brandId<ContactId>('c1'), storeReviewId: null, storeProductId: null, rating: 2, state: 'open', reason: 'new', wixSeen: 'p', storeSeen: null, answer: null,
    openRank: null, wakeAtMs: 0, raisedAtMs: NOW_MS - HOUR_MS, changedAtMs: NOW_MS - HOUR_MS, answerMs: null, crossings: 1, turn: 1, untold: {}, dueAtMs: null, attempts: 0, undo: null,
    ...change,
  };
  return change.openRank === undefined && (row.state === 'open' || row.state === 'snoozed') ? { ...row, openRank: attentionRank(row.rating, row.raisedAtMs) } : row;
}
