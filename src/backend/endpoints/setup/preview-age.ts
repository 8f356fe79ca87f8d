import type { PreviewRunRow } from '../../sync/preview-row';
import { requireConnection } from '../../sync/current-connection';
import { dashboardHandler, type DashboardCall } from '../dashboard-handler';
import { guardedStoreOf } from '../store-of';
import { outdatedBy } from './preview-summary';
import type { PreviewAgeAnswer } from './setup-types';

/** `GET setup/preview-age`: what happened since the preview was begun that it cannot know of. 5 calls. */
export const getPreviewAge = dashboardHandler('GET', async (call): Promise<PreviewAgeAnswer> => {
  const preview = await call.deps.engine.currentPreview(call.site);
  return preview === null ? { outdated: [], changed: 0 } : { outdated: outdatedBy(preview), changed: await changedSince(call, preview) };
});

/**
 * What an event told of has moved its row; what nobody told of shows in the numbers the shops give. Both may be about
 * the same reviews, so the larger counts.
 */
async function changedSince({ deps, site }: DashboardCall, { startedAtMs, wixTotal, storeTotal }: PreviewRunRow): Promise<number> {
  const store = await guardedStoreOf(deps, site, await requireConnection(site));
  const [moved, onWix, inStore] = await Promise.all([
    site.rows.count('links', { lastAtMs: { above: startedAtMs } }),
    site.wix.countReviews(),
    store.listReviews(null),
  ]);
  return Math.max(moved, apart(onWix, wixTotal), apart(inStore.total, storeTotal));
}

/** A shop that does not tell how many it has cannot tell of a difference either. */
function apart(now: number | null, then: number | null): number {
  return now === null || then === null ? 0 : Math.abs(now - then);
}
