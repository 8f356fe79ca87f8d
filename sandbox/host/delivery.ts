import type { Deliver } from '../wix/event-delivery';
import type { AppManifest } from './manifest';
import type { Worker } from './worker';

/** Posts an event where the app's manifest says that it wants it. */
export function wixDelivery({ webhooks }: AppManifest, origin: string, worker: Worker): Deliver {
  return async ({ eventType, jwt }) => {
    const path = webhooks.get(SLUGS[eventType] ?? eventType);
    if (path === undefined) return 'not-subscribed';
    const response = await worker.fetch(new Request(origin + path, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: jwt }));
    await response.body?.cancel();
    return response.status;
  };
}

/** Two events of the older kind are registered under other names than they carry. */
const SLUGS: Readonly<Record<string, string>> = { AppInstalled: 'APP_PROVISIONED_WEBHOOK', AppRemoved: 'APP_REMOVED_WEBHOOK' };

/** Where the app would live on the internet; a store may have been given it. */
const PUBLIC_ORIGIN = 'https://app.review-relay.example';

/** Carries what the outside asks of the app to it, and nowhere else: a store's webhook, a picture that Wix fetches. */
export function publicDelivery(origin: string, worker: Worker): (request: Request) => Promise<Response> {
  return (request) => {
    const url = new URL(request.url);
    if (url.origin !== origin && url.origin !== PUBLIC_ORIGIN) return Promise.reject(new TypeError(`fetch failed: nobody answers at ${url.host}`));
    return worker.fetch(new Request(`${origin}${url.pathname}${url.search}`, request));
  };
}
