import type { Store } from '../stores/store';
import { guardStore } from '../sync/guard-store';
import type { SiteSession } from '../sync/session';
import type { ConnectionRow } from '../sync/tables';
import { openKeys } from './credentials';
import type { EndpointDeps } from './endpoint';

/** The store of a connection, paused or not; `openSync` is for work that a pause must stop. For what a person asks for themselves: it is called however long it has been down. No call. */
export async function storeOf(deps: EndpointDeps, site: SiteSession, { storeUrl, credentials }: ConnectionRow): Promise<Store> {
  const keys = await openKeys(deps, credentials, site.instanceId);
  return deps.connectStore({ url: storeUrl, ...keys }, site.budget);
}

/** The same, left alone while it is down: for what a page asks by itself. */
export async function guardedStoreOf(deps: EndpointDeps, site: SiteSession, connection: ConnectionRow): Promise<Store> {
  return guardStore(site, connection, await storeOf(deps, site, connection)).store;
}
