import type { EndpointDeps } from '../endpoints/endpoint';
import { SYNC_ENGINE } from '../endpoints/sync-engine';
import { fetchPicture } from '../stores/fetch-picture';
import { verifyWooDelivery } from '../stores/woocommerce/verify-delivery';
import { readAppKey } from '../wix/app-key';
import { createTickBrake, createVisitorBrake } from '../endpoints/visitor-brake';
import { authorise } from '../wix/authorise';
import { authoriseVisitor } from '../wix/authorise-visitor';
import { inBackground } from '../wix/background';
import { readPicture } from '../wix/picture-token';
import { seal, unseal } from '../wix/seal';
import { createShowcase } from '../wix/showcase';
import { readToken, signToken, storeWebhookSecret } from '../wix/signed-token';
import { createSiteClient } from '../wix/wix-client';
import { checkReplies, connectStore } from './connect-store';
import { sessionOpener } from './session-opener';
import { systemClock } from './system-clock';

/** Lives as long as this process does; losing it loses nothing. */
const brake = createVisitorBrake();
const tickBrake = createTickBrake();

/** What endpoints reach outside their own request, for real. */
export function endpointDeps(): EndpointDeps {
  return {
    ...sessionOpener(),
    authorise,
    authoriseVisitor,
    openShowcase: (instanceId, budget) => createShowcase({ client: createSiteClient(instanceId), budget }),
    brake,
    tickBrake,
    connectStore,
    checkReplies,
    seal: async (text, context) => seal(text, readAppKey(), context),
    unseal: async (sealed, context) => unseal(sealed, readAppKey(), context),
    signHookToken: async (claims) => signToken('hook', claims, readAppKey()),
    readHookToken: async (token) => readToken('hook', token, readAppKey()),
    storeWebhookSecret: async (token) => storeWebhookSecret(token, readAppKey()),
    verifyDelivery: verifyWooDelivery,
    signTickToken: async (claims) => signToken('tick', claims, readAppKey()),
    readTickToken: async (token) => readToken('tick', token, readAppKey()),
    readPictureToken: async (token) => readPicture(token, readAppKey()),
    fetchPicture: (url) => fetchPicture(fetch, url),
    inBackground,
    newNonce: () => crypto.randomUUID(),
    randomBytes: (bytes) => crypto.getRandomValues(bytes),
    clock: systemClock,
    wait: (waitMs) => new Promise((resolve) => { setTimeout(resolve, waitMs); }),
    random: Math.random,
    appOrigin: (request) => new URL(request.url).origin,
    engine: SYNC_ENGINE,
  };
}
