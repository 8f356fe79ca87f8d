import type { SiteSession } from '../../sync/session';
import type { Where } from '../../sync/rows';
import type { LinkRow } from '../../sync/tables';
import { dashboardHandler } from '../dashboard-handler';
import type { ComparedGroup, ComparisonAnswer } from './setup-types';

const WHERE: Readonly<Record<ComparedGroup, Where<LinkRow>>> = {
  'create-on-wix': { outcome: 'created-on-wix' },
  'create-in-store': { outcome: 'created-in-store' },
  same: { outcome: 'matched' },
  stays: { state: ['skipped', 'unmatched', 'blocked'] },
};

/** `GET setup/comparison`: 9 calls. */
export const getComparison = dashboardHandler('GET', async ({ deps, site }): Promise<ComparisonAnswer> => {
  const preview = await deps.engine.currentPreview(site);
  const now = await count(site, 'links');
  if (preview === null || preview.state !== 'done') return { foretold: null, happened: now };
  const { before } = preview;
  return {
    foretold: await count(site, 'previewLinks'),
    // Earlier runs have their share in what there is now.
    happened: {
      'create-on-wix': now['create-on-wix'] - before['created-on-wix'],
      'create-in-store': now['create-in-store'] - before['created-in-store'],
      same: now.same - before.matched,
      stays: now.stays,
    },
  };
});

async function count({ rows }: SiteSession, table: 'links' | 'previewLinks'): Promise<Readonly<Record<ComparedGroup, number>>> {
  const [onWix, inStore, same, stays] = await Promise.all([
    rows.count(table, WHERE['create-on-wix']), rows.count(table, WHERE['create-in-store']), rows.count(table, WHERE.same), rows.count(table, WHERE.stays),
  ]);
  return { 'create-on-wix': onWix, 'create-in-store': inStore, same, stays };
}
