import type { DashboardCall } from './dashboard-handler';

export interface HookAddress {
  readonly url: string;
  /** What the store is to sign its deliveries with. */
  readonly secret: string;
}

/** Where a connection's store sends its hints. The address alone tells us whose site it is, so it is signed. */
export async function hookAddress({ request, deps, site }: DashboardCall, nonce: string): Promise<HookAddress> {
  const token = await deps.signHookToken({ instanceId: site.instanceId, nonce });
  return { url: `${deps.appOrigin(request)}/api/hooks/${token}`, secret: await deps.storeWebhookSecret(token) };
}
