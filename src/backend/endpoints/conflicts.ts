import { z } from 'zod';
import type { LinkId } from '../../core/ids';
import type { ReviewFields } from '../../core/review';
import { isSyncError } from '../../core/sync-error';
import type { SiteSession, SyncSession } from '../sync/session';
import type { ConflictRow, LinkRow } from '../sync/tables';
import type { ConflictsAnswer } from './api-types';
import { conflictItem } from './conflict-item';
import { dashboardHandler, type DashboardCall } from './dashboard-handler';
import { productNames } from './product-names';
import { readQuery } from './read-json';

const PER_PAGE = 20;

const Query = z.strictObject({
  state: z.enum(['open', 'kept', 'restored']).default('open'),
  cursor: z.string().max(4000, 'a cursor this app answered with').optional(),
});

/** `GET sync/conflicts`: newest first, each with the value that gave way and the one that stands now. At most 10 calls. */
export const listConflicts = dashboardHandler('GET', async ({ deps, request, site }): Promise<ConflictsAnswer> => {
  const { state, cursor } = readQuery(request, Query);
  const found = await site.rows.find('conflicts', { where: { state }, sort: { by: 'atMs', descending: true }, limit: PER_PAGE, cursor: cursor ?? null });
  if (found.rows.length === 0) return { items: [], total: 0, next: null };
  const isWhole = cursor === undefined && found.next === null;
  const total = isWhole ? found.rows.length : await site.rows.count('conflicts', { state });
  const links = await linksOf(site, found.rows);
  const stands = await standing(deps, site, found.rows, links);
  const nameOf = await productNames(site, [...links.values()]);
  const items = found.rows.map((row) => {
    const link = links.get(row.linkId) ?? null;
    return conflictItem(row, { link, names: link === null ? null : nameOf(link), fields: stands(row) });
  });
  return { items, total, next: found.next };
});

type Links = ReadonlyMap<LinkId, LinkRow>;

async function linksOf({ rows }: SiteSession, conflicts: readonly ConflictRow[]): Promise<Links> {
  return new Map((await rows.getMany('links', [...new Set(conflicts.map(({ linkId }) => linkId))])).map((link) => [link._id, link]));
}

type Standing = (conflict: ConflictRow) => ReviewFields | null;

/** What won, as it is now. Unknown while a shop does not answer: what gave way can be read all the same. */
export async function standing(deps: DashboardCall['deps'], site: SiteSession, conflicts: readonly ConflictRow[], links: Links): Promise<Standing> {
  if (conflicts.length === 0) return () => null;
  try {
    return await fieldsNow(await deps.openSync(site), conflicts, links);
  } catch (error) {
    if (isSyncError(error)) return () => null;
    throw error;
  }
}

/** Reads the reviews that won, in one batch for each side. At most 4 calls. */
async function fieldsNow({ wix, store }: SyncSession, conflicts: readonly ConflictRow[], links: Links): Promise<Standing> {
  const idsOf = <Id>(side: ConflictRow['winner'], id: (link: LinkRow) => Id | null): Id[] =>
    conflicts.flatMap(({ winner, linkId }) => {
      const link = winner === side ? links.get(linkId) : undefined;
      return link === undefined ? [] : (id(link) ?? []);
    });
  const [wixIds, storeIds] = [idsOf('wix', (link) => link.wixReviewId), idsOf('store', (link) => link.storeReviewId)];
  const onWix = new Map((wixIds.length === 0 ? [] : await wix.getReviews(wixIds)).map((review) => [review.id, review.fields]));
  const inStore = new Map((storeIds.length === 0 ? [] : await store.getReviews(storeIds)).map((review) => [review.id, review.fields]));
  return ({ winner, linkId }) => {
    const link = links.get(linkId);
    if (link === undefined) return null;
    if (winner === 'wix') return link.wixReviewId === null ? null : (onWix.get(link.wixReviewId) ?? null);
    return link.storeReviewId === null ? null : (inStore.get(link.storeReviewId) ?? null);
  };
}
