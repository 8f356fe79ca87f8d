import type { Store } from '../stores/store';
import type { SiteSession } from '../sync/session';
import type { ConnectionRow } from '../sync/tables';
import { openKeys } from './credentials';
import type { EndpointDeps } from './endpoint';

/** The store of a connection, paused or not; `openSync` is for work that a pause must stop. No call. */
export async function storeOf(deps: EndpointDeps, site: SiteSession, { storeUrl, credentials }: ConnectionRow): Promise<Store> {
  const keys = await openKeys(deps, credentials, site.instanceId);
  return deps.connectStore({ url: storeUrl, ...keys }, site.budget);
}
