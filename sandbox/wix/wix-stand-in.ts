import { randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import type { SandboxClock } from '../clock';
import { createSandboxClock } from '../clock';
import type { Journal } from '../journal';
import { appInstanceRoutes } from './app-instance';
import { catalogVersionRoutes } from './catalog-version';
import { contactRoutes } from './contacts';
import { dataBulkRoutes } from './data-items-bulk';
import { dataReadRoutes } from './data-items-read';
import { dataWriteRoutes } from './data-items-write';
import { createEventQueue, type Deliver, type EventQueue } from './event-delivery';
import { envelope } from './event-envelope';
import { mediaFileRoutes } from './media-files';
import { mediaImportRoutes } from './media-import';
import { openOwnerAlerts, ownerAlertRoutes, type OwnerAlert } from './owner-alerts';
import { createRequestLog, type RequestLog } from './request-log';
import { reviewBulkRoutes } from './reviews-bulk';
import { reviewReadRoutes } from './reviews-read';
import { reviewWriteRoutes } from './reviews-write';
import { createServer, type WrongAnswer } from './server';
import { openSigningKey } from './signing-key';
import { newSite, openSites, type NewSite, type Site } from './site';
import { openSiteData } from './site-data';
import { storesV1Routes } from './stores-v1';
import { storesV3Routes } from './stores-v3';
import { openSwitches, type SwitchBoard, type SwitchChanges } from './switches';
import { createTokens } from './tokens';
import type { AppCredentials, World } from './world';

export interface WixStandInOptions {
  readonly app: AppCredentials;
  readonly journal: Journal;
  readonly clock: SandboxClock;
  readonly deliver: Deliver;
  readonly switches?: SwitchChanges;
  /** How files that are to be imported are fetched; without it there is none to fetch. */
  readonly fetchFile?: (request: Request) => Promise<Response>;
  /** Full ids of the app's Wix Data collections; more can be registered later. */
  readonly collections?: readonly string[];
  readonly newId?: () => string;
  /** Measures the time an event handler takes; real time unless a test owns it. */
  readonly deadline?: Pick<SandboxClock, 'after'>;
}

export interface WixStandIn {
  readonly app: Hono;
  readonly world: World;
  fetch(request: Request): Promise<Response>;
  /** Verifies events; what the app gets as `WIX_CLIENT_PUBLIC_KEY`. */
  readonly publicKeyPem: string;
  readonly switches: SwitchBoard;
  readonly log: RequestLog;
  readonly events: EventQueue;
  registerCollections(names: readonly string[]): void;
  /** Adds the site with the app on it and announces the installation; an existing one is left as it is. */
  installApp(site: NewSite): Site;
  removeApp(instanceId: string): void;
  sites(): readonly Site[];
  updateSite(instanceId: string, changes: Partial<Pick<Site, 'catalogVersion' | 'displayName' | 'ownerEmail'>>): Site;
  /** A person with the dashboard of this site open. */
  issueUserToken(instanceId: string): string;
  /** Somebody looking at this site. */
  issueVisitorToken(instanceId: string): string;
  ownerAlerts(): readonly OwnerAlert[];
  /** Answers the official schemas refuse; always empty unless the stand-in is wrong. */
  wrongAnswers(): readonly WrongAnswer[];
  /** Stops timers; what is undelivered stays in the journal. */
  stop(): void;
}

export function createWixStandIn(options: WixStandInOptions): WixStandIn {
  const { journal, clock, app: credentials } = options;
  const newId = options.newId ?? randomUUID;
  const key = openSigningKey(journal);
  const sites = openSites(journal);
  const switches = openSwitches(journal, options.switches);
  const events = createEventQueue({
    journal, clock, switches, newId,
    deadline: options.deadline ?? createSandboxClock(),
    deliver: options.deliver,
    seal: (event) => envelope(event, sites.get(event.instanceId)?.siteId ?? '', key, clock.nowMs()),
  });
  const world: World = {
    app: credentials, clock, newId, switches, sites, events,
    dataOf: openSiteData(journal, () => clock.nowMs()),
    tokens: createTokens(credentials.secret, clock),
    fetchFile: options.fetchFile ?? (() => Promise.resolve(new Response(null, { status: 404 }))),
    collectionNames: new Set(options.collections),
  };
  const alerts = openOwnerAlerts(journal);
  const log = createRequestLog();
  const wrongAnswers: WrongAnswer[] = [];
  const app = createServer(world, allRoutes(world, alerts), log, wrongAnswers);
  events.resume();
  return {
    app, world, switches, log, events,
    fetch: async (request) => app.fetch(request),
    publicKeyPem: key.publicKeyPem,
    registerCollections: (names) => names.forEach((name) => world.collectionNames.add(name)),
    ...siteControls(world),
    ownerAlerts: () => alerts.all(),
    wrongAnswers: () => wrongAnswers,
    stop: () => events.stop(),
  };
}

function allRoutes(world: World, alerts: ReturnType<typeof openOwnerAlerts>): Parameters<typeof createServer>[1] {
  // Fixed paths come before `/:id`: the first route that fits answers.
  return [
    ...reviewReadRoutes(world),
    ...reviewWriteRoutes(world),
    ...reviewBulkRoutes(world),
    ...contactRoutes(world),
    ...dataReadRoutes(world),
    ...dataWriteRoutes(world),
    ...dataBulkRoutes(world),
    ...catalogVersionRoutes(),
    ...storesV1Routes(),
    ...storesV3Routes(),
    ...mediaFileRoutes(),
    ...mediaImportRoutes(world),
    ...appInstanceRoutes(),
    ...ownerAlertRoutes(world, alerts),
  ];
}

function siteControls(world: World): Pick<WixStandIn, 'installApp' | 'removeApp' | 'sites' | 'updateSite' | 'issueUserToken' | 'issueVisitorToken'> {
  const require = (instanceId: string): Site => {
    const site = world.sites.get(instanceId);
    if (site === undefined) throw new RangeError(`Expected a known site, got ${instanceId}`);
    return site;
  };
  const token = (subjectType: 'USER' | 'VISITOR', subjectId: string, instanceId: string): string =>
    world.tokens.issue({ subjectType, subjectId, clientId: world.app.id, instanceId: require(instanceId).id }).token;
  return {
    installApp(wanted) {
      const present = world.sites.get(wanted.instanceId);
      if (present?.installed === true) return present;
      const site = present === undefined ? newSite(wanted) : { ...present, installed: true };
      world.sites.put(site);
      const { originInstanceId } = site;
      world.events.emitLegacy(site.id, 'AppInstalled', 'installed', { appId: world.app.id, ...(originInstanceId === null ? {} : { originInstanceId }) });
      return site;
    },
    removeApp(instanceId) {
      world.sites.put({ ...require(instanceId), installed: false });
      world.events.emitLegacy(instanceId, 'AppRemoved', 'removed', { appId: world.app.id });
    },
    sites: () => world.sites.all(),
    updateSite(instanceId, changes) {
      const site = { ...require(instanceId), ...changes };
      world.sites.put(site);
      return site;
    },
    issueUserToken: (instanceId) => token('USER', 'owner-1', instanceId),
    issueVisitorToken: (instanceId) => token('VISITOR', 'visitor-1', instanceId),
  };
}
