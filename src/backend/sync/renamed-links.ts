import type { WixReviewId } from '../../core/ids';
import type { SyncSession } from './session';
import type { LinkRow } from './tables';

/**
 * Rows of reviews whose contact may have become another since the row was named after it. Whether Wix then gives the
 * reviews of the one to the other is not documented; either way a review must find its row, or it would be copied
 * twice. At most 100 ids. 1 call, none on a site on which no contacts were ever merged.
 */
export async function renamedLinks({ rows, connection }: SyncSession, reviewIds: readonly WixReviewId[]): Promise<ReadonlyMap<WixReviewId, LinkRow>> {
  if (!connection.contactsMerged || reviewIds.length === 0) return new Map();
  const found = await rows.find('links', { where: { wixReviewId: reviewIds }, limit: 100, consistent: true });
  return new Map(found.rows.flatMap((link): [WixReviewId, LinkRow][] => (link.wixReviewId === null || link.state === 'gone' ? [] : [[link.wixReviewId, link]])));
}
