import { randomUUID } from 'node:crypto';
import { DATA_NAMESPACE } from '../../src/backend/wix/collection-id';
import { createSandboxClock, type SkippingClock } from '../clock';
import type { Connection } from '../pages/home-page';
import { fill } from './fill';
import { createWixControl } from '../wix/control';
import { duplicateSite } from '../wix/duplicate-site';
import { openSigningKey } from '../wix/signing-key';
import { createWixStandIn, type WixStandIn } from '../wix/wix-stand-in';
import { createDemoStorePages } from '../woocommerce/demo-page';
import { uploadAt } from '../woocommerce/demo-photos';
import { createWooStandIn, type WooStandIn } from '../woocommerce/stand-in';
import { readArtefact, type Artefact } from './artefact';
import { buildAssets } from './assets';
import { BackgroundWork, provideWaitUntil } from './background';
import { publicDelivery, wixDelivery } from './delivery';
import { HostControl } from './host-control';
import { listen, type Listener } from './listen';
import { connectStore, type StoreKeys } from './merchant';
import { closedNetwork, type Answer } from './network';
import { STRANGE_HOSTS, strangersStore } from './strange-hosts';
import { OWNER_HOOK, OwnerHook } from './owner-hook';
import type { SandboxOptions } from './options';
import { RequestLog } from './request-log';
import { createRoutes } from './routes';
import { openState, type State } from './state';
import { StoreControl } from './store-control';
import { WixControl } from './wix-control';
import { WixShop } from './wix-shop';
import { loadWorker, type Worker } from './worker';

/** A WordPress user of the demo store with an application password, for the shop's replies. */
export const DEMO_USER = { user: 'shopowner', password: 'demo demo demo demo demo demo' };

export const DEMO_STORE: StoreKeys = { url: 'https://demo-store.example', key: 'ck_demo_store_review_relay', secret: 'cs_demo_store_review_relay' };

/** The same shop by another name, as after a move. */
const MOVED_TO: readonly string[] = ['https://www.demo-store.example', 'https://new-name.example'];

/** A real store takes 40 seconds and more; nobody wants to wait that long at a desk. */
const STORE_WEBHOOK_DELAY_MS = 1_000;

export interface Sandbox {
  readonly url: string;
  readonly connection: Connection;
  close(): Promise<void>;
}

interface Parts {
  readonly options: SandboxOptions;
  readonly artefact: Artefact;
  readonly listener: Listener;
  readonly origin: string;
  readonly state: State;
  readonly log: RequestLog;
  readonly background: BackgroundWork;
  readonly clock: SkippingClock;
}

interface Shops {
  readonly wix: WixStandIn;
  readonly store: WooStandIn;
  readonly hook: OwnerHook;
  readonly worker: Worker;
  readonly send: typeof fetch;
}

/** Wix on your desk: both shops and the built app in this process, reachable at one local address. */
export async function startSandbox(options: SandboxOptions, repoDir: string): Promise<Sandbox> {
  const artefact = readArtefact(repoDir);
  const listener = await listen(options.port);
  const origin = `http://127.0.0.1:${String(listener.port)}`;
  const state = openState(options.stateDir, options.fresh);
  const clock = createSandboxClock({ speed: options.speed });
  const parts = { options, artefact, listener, origin, state, log: new RequestLog(), background: new BackgroundWork(), clock };
  const shops = await openShops(parts);
  let connection = state.setup.connection ?? { kind: 'by-hand' as const };
  listener.serve(await routes(parts, shops, () => connection));
  if (state.isNew) {
    connection = await firstStart(parts, shops);
    state.finish(connection);
  }
  return {
    url: origin,
    connection,
    async close() {
      shops.wix.stop();
      await listener.close();
    },
  };
}

async function openShops({ options, artefact, origin, state, log, background, clock }: Parts): Promise<Shops> {
  const { clientSecret, appKey, instanceId } = state.setup;
  const { manifest } = artefact;
  // The shops deliver to the app, and the app's worker needs the shops: this knot is tied when the worker is loaded.
  let worker: Worker | null = null;
  const app: Worker = { fetch: (request) => worker === null ? Promise.reject(new TypeError('fetch failed: the app is starting')) : worker.fetch(request) };
  const wix = createWixStandIn({
    app: { id: manifest.appId, secret: clientSecret },
    journal: state.wix,
    clock,
    deliver: wixDelivery(manifest, origin, app),
    switches: options.switches,
    fetchFile: publicDelivery(origin, app),
    collections: manifest.collections.map((suffix) => `${DATA_NAMESPACE}/${suffix}`),
  });
  const { url, key, secret } = DEMO_STORE;
  const store = createWooStandIn({
    journal: state.store, clock, publicUrl: url, title: 'Demo store', keys: [{ key, secret }], appPasswords: [DEMO_USER, { user: 'customer', password: 'demo demo demo demo demo cust', userId: 2, moderates: false }],
    deliver: publicDelivery(origin, app),
    webhookDelayMs: STORE_WEBHOOK_DELAY_MS,
  });
  const hook = new OwnerHook();
  const storeAnswer: Answer = (request) => uploadAt(new URL(request.url).pathname) ?? store.fetch(request);
  const send = closedNetwork({
    wix: (request) => wix.fetch(request),
    store: { origin: url, also: MOVED_TO, answer: storeAnswer },
    owner: { origin: new URL(OWNER_HOOK).origin, answer: (request) => hook.receive(request, clock.nowMs()) },
    strangers: new Map([...STRANGE_HOSTS, ['https://strangers-store.example', strangersStore(storeAnswer)]]), log,
  });
  provideWaitUntil((work) => { background.track(work); });
  globalThis.fetch = send;
  const env = {
    WIX_CLIENT_ID: manifest.appId, WIX_CLIENT_SECRET: clientSecret, WIX_CLIENT_PUBLIC_KEY: wix.publicKeyPem,
    WIX_CLIENT_INSTANCE_ID: instanceId, RELAY_APP_KEY: appKey,
  };
  worker = await loadWorker(artefact.workerFile, { env, log, background });
  return { wix, store, hook, worker, send };
}

async function routes({ artefact, state, log, background, clock }: Parts, shops: Shops, connection: () => Connection): Promise<(request: Request) => Response | Promise<Response>> {
  const { wix, store, hook, worker, send } = shops;
  const control = createWixControl(wix);
  const pages = createDemoStorePages(store, { basePath: '/store' });
  const { instanceId } = state.setup;
  const storeControl = new StoreControl(store);
  const app = createRoutes({
    artefact, assets: await buildAssets(), worker, log, send,
    sites: () => wix.sites().map(({ id, displayName }) => ({ instanceId: id, name: displayName })),
    shopOf: ({ site }) => new WixShop(wix, control, site.instanceId),
    home: (frame) => ({
      frame, store: DEMO_STORE, connection: connection(),
      counts: {
        wixProducts: wix.world.dataOf(frame.site.instanceId).products.size,
        wixReviews: wix.world.dataOf(frame.site.instanceId).reviews.size,
        storeProducts: store.db.products.size,
        storeReviews: storeControl.reviews().filter(({ status }) => status !== 'trash' && status !== 'spam').length,
      },
    }),
    alerts: (frame) => ({ frame, alerts: wix.ownerAlerts().filter((alert) => alert.instanceId === frame.site.instanceId), messages: hook.messages(), hook: OWNER_HOOK }),
    duplicateSite: (from) => duplicateSite(wix.world, (site) => wix.installApp(site), from, randomUUID()).id,
    userToken: (site) => wix.issueUserToken(site),
    visitorToken: (site) => wix.issueVisitorToken(site),
    importedFile: (id) => {
      const content = wix.sites().map((site) => wix.world.dataOf(site.id).files.get(id)?.content).find((found) => found != null);
      return content == null ? null : Buffer.from(content, 'base64');
    },
    store: (request) => pages.fetch(request),
    wixControl: control,
    controls: {
      wix: new WixControl(wix, control, instanceId),
      store: storeControl,
      log,
      hook,
      host: new HostControl({ wix, store, background, instanceId, clock, signingKey: openSigningKey(state.wix) }),
    },
  });
  return (request) => app.fetch(request);
}

/** Fills both shops and connects them the way the merchant would. */
async function firstStart({ options, origin, state }: Parts, { wix, store, worker }: Shops): Promise<Connection> {
  const { instanceId } = state.setup;
  wix.installApp({ instanceId, displayName: options.empty ? 'Empty shop' : 'Northwind Clothing' });
  await wix.events.idle();
  if (options.empty) return { kind: 'by-hand' };
  fill(wix, store, instanceId, options.moreProducts);
  if (options.byHand) return { kind: 'by-hand' };
  const token = wix.issueUserToken(instanceId);
  try {
    const matched = await connectStore((path, body) => worker.fetch(new Request(origin + path, {
      method: 'POST', headers: { authorization: token, 'content-type': 'application/json' }, body: JSON.stringify(body),
    })), DEMO_STORE);
    return { kind: 'connected', matched };
  } catch (error) {
    return { kind: 'failed', why: error instanceof Error ? error.message : 'unknown' };
  }
}
