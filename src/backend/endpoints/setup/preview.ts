import { z } from 'zod';
import type { PreviewRunRow } from '../../sync/preview-row';
import { dashboardHandler } from '../dashboard-handler';
import { linkItem } from '../link-item';
import type { LinksAnswer } from '../api-types';
import { productNames } from '../product-names';
import { readJson, readQuery } from '../read-json';
import { countGroups, GROUP_WHERE, PREVIEW_GROUPS } from './preview-groups';
import { summarisePreview } from './preview-summary';
import type { PreviewAnswer, PreviewTickAnswer } from './setup-types';

/** `GET setup/preview`: 15 calls once it is done, 1 before. */
export const getPreview = dashboardHandler('GET', async ({ deps, site }): Promise<PreviewAnswer> => {
  const preview = await deps.engine.currentPreview(site);
  return { preview: summary(preview), groups: preview?.state === 'done' ? await countGroups(site) : null };
});

const Body = z.strictObject({ action: z.enum(['start', 'cancel']) });

/** `POST setup/preview`: begins one, or gives it up. Neither writes to a shop. */
export const postPreview = dashboardHandler('POST', async ({ request, deps, site }): Promise<PreviewAnswer> => {
  const { action } = await readJson(request, Body);
  const preview = action === 'start' ? await deps.engine.startPreview(await deps.openSync(site)) : await deps.engine.cancelPreview(site);
  return { preview: summary(preview), groups: null };
});

/** `POST setup/preview-tick`: one invocation's worth of it, for as long as the page is open. */
export const postPreviewTick = dashboardHandler('POST', async ({ deps, site }): Promise<PreviewTickAnswer> => {
  const { preview, waitMs } = await deps.engine.tickPreview(await deps.openSync(site));
  return { preview: summary(preview), calls: site.budget.spent, waitMs };
});

const PER_PAGE = 25;
const Query = z.strictObject({
  group: z.enum(PREVIEW_GROUPS, 'a group this app answered with'),
  cursor: z.string().max(4000, 'a cursor this app answered with').optional(),
});

/** `GET setup/preview-rows`: the reviews behind one number. At most 3 calls. */
export const listPreviewRows = dashboardHandler('GET', async ({ request, site }): Promise<LinksAnswer> => {
  const { group, cursor } = readQuery(request, Query);
  const found = await site.rows.find('previewLinks', { where: GROUP_WHERE[group], limit: PER_PAGE, cursor: cursor ?? null });
  const nameOf = await productNames(site, found.rows);
  return { items: found.rows.map((link) => linkItem(link, nameOf(link))), next: found.next };
});

function summary(preview: PreviewRunRow | null): PreviewAnswer['preview'] {
  return preview === null ? null : summarisePreview(preview);
}
