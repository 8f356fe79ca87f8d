import { CallBudget } from '../sync/call-budget';
import type { SiteSession } from '../sync/session';
import type { EndpointDeps, Handler } from './endpoint';
import { DASHBOARD_CALLS } from './call-limits';
import { methodNotAllowed, respond } from './respond';

export interface DashboardCall {
  readonly request: Request;
  readonly deps: EndpointDeps;
  /** Of the caller's own site: there is no other way to a tenant. */
  readonly site: SiteSession;
}

/** An endpoint for the merchant's dashboard. Nothing of the request is read before the caller is known. */
export function dashboardHandler(method: 'GET' | 'POST', work: (call: DashboardCall) => Promise<unknown>): Handler {
  return (request, deps) =>
    respond(async () => {
      const { instanceId } = await deps.authorise(request);
      if (request.method !== method) return methodNotAllowed(request.method, method);
      return work({ request, deps, site: deps.openSite(instanceId, new CallBudget(DASHBOARD_CALLS)) });
    });
}
