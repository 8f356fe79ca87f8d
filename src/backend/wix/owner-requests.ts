import type { HttpClient } from '@wix/sdk';

type Http = Pick<HttpClient, 'request'>;

export interface NotifyRequest {
  readonly notificationTemplateId: string;
  readonly dynamicValues: Readonly<Record<string, { readonly text: string }>>;
}

export interface ReportRequest {
  readonly triggerKey: string;
  readonly payload: Readonly<Record<string, string | number>>;
  readonly externalEntityId: string;
  readonly idempotency: { readonly key: string };
}

/**
 * Wix's Notifications API, whose package is on no registry. (`http` is used late: the SDK also calls this without it, to
 * see what kind of function it is.)
 */
export function notifyOwner(http: Http): (request: NotifyRequest) => Promise<unknown> {
  return async (data) => (await http.request<unknown>(() => ({ method: 'POST', url: '/notifications/v3/notify', data }))).data;
}

/** `activations.reportEvent` of `@wix/automations`, without the rest of that package. */
export function reportAutomationEvent(http: Http): (request: ReportRequest) => Promise<unknown> {
  return async (data) => (await http.request<unknown>(() => ({ method: 'POST', url: '/automations/v1/events/report', data }))).data;
}
