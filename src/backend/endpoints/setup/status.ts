import { runRowId } from '../../../core/link-id';
import type { PreviewRunRow } from '../../sync/preview-row';
import { isDuplicate } from '../../sync/site-origin';
import { currentConnection } from '../../sync/current-connection';
import { dashboardHandler } from '../dashboard-handler';
import { summariseRun } from '../run-summary';
import { summariseConnection } from '../sync-summary';
import { countProductViews } from './product-views';
import { summarisePreview } from './preview-summary';
import type { ConnectedSetup, SetupStatus } from './setup-types';

/** `GET setup/status`: what each step of the setup has to say. 7 calls; 2 when no store is connected. */
export const getSetupStatus = dashboardHandler('GET', async ({ deps, site }): Promise<SetupStatus> => {
  const connection = await currentConnection(site);
  if (connection === null) return { kind: 'disconnected', copied: await isDuplicate(site) };
  const [products, run, preview] = await Promise.all([countProductViews(site), site.rows.get('runs', runRowId(site.instanceId)), deps.engine.currentPreview(site)]);
  return {
    kind: 'connected',
    connection: summariseConnection(connection),
    products,
    preview: preview === null ? null : marks(preview),
    run: run === null ? null : summariseRun(run),
  };
});

function marks(preview: PreviewRunRow): ConnectedSetup['preview'] {
  const { state, outdated } = summarisePreview(preview);
  return { state, outdated };
}
