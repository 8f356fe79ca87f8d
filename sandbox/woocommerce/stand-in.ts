import { Hono } from 'hono';
import type { SandboxClock } from '../clock';
import type { Journal } from '../journal';
import { createAuthenticator, type ApiKey, type AppPassword } from './auth';
import { addCommentRoutes } from './comment-routes';
import { openDatabase, type Database } from './database';
import { faultMiddleware, noFaults, type Faults } from './faults';
import { addIndexRoutes } from './index-routes';
import { addProductRoutes } from './product-routes';
import { createEndpoint } from './rest-endpoint';
import { addReviewRoutes } from './review-routes';
import { seed, type Seeded, type SeedProduct, type SeedReview } from './seed';
import type { Site } from './site';
import { createStorefront, type Storefront } from './storefront';
import { createWebhookQueue, type DeliveryReport } from './webhook-queue';
import { addUserRoutes } from './user-routes';
import { addWebhookRoutes } from './webhook-routes';
import { WpError } from './wp-error';

/** What went over the wire, for the sandbox's request log. */
export interface RequestReport {
  readonly method: string;
  /** Path and query, without keys and signatures. */
  readonly path: string;
  readonly status: number;
  readonly tookMs: number;
}

export interface WooStandInOptions {
  readonly journal: Journal;
  readonly clock: SandboxClock;
  /** The store's own address, e.g. `https://demo-store.example`. */
  readonly publicUrl: string;
  readonly title?: string;
  readonly keys: readonly ApiKey[];
  readonly appPasswords?: readonly AppPassword[];
  /** How webhook deliveries leave the store. */
  readonly deliver: (request: Request) => Promise<Response>;
  readonly utcOffsetMinutes?: number;
  /** Address on the shop's own replies. */
  readonly ownerEmail?: string;
  /** Sandbox time between a change and its deliveries; a real store takes 40 s and more. */
  readonly webhookDelayMs?: number;
  readonly onRequest?: (report: RequestReport) => void;
  readonly onDelivery?: (report: DeliveryReport) => void;
}

export interface WooStandIn {
  readonly app: Hono;
  /** As `globalThis.fetch` would reach the store; rejects while `faults.down` is set. */
  fetch(request: Request): Promise<Response>;
  readonly faults: Faults;
  readonly storefront: Storefront;
  readonly db: Database;
  readonly title: string;
  readonly publicUrl: string;
  seed(products: readonly SeedProduct[], reviews: readonly SeedReview[]): Seeded;
  /** Delivers every pending webhook now and waits for the answers. */
  flushWebhooks(): Promise<void>;
}

const DEFAULT_WEBHOOK_DELAY_MS = 40_000;

/** A WooCommerce 10.5.0 in memory, with its journal for a memory, and with its bugs. */
export function createWooStandIn(options: WooStandInOptions): WooStandIn {
  const site = openSite(options);
  const faults = noFaults();
  const app = new Hono();
  if (options.onRequest !== undefined) addRequestLog(app, options.onRequest);
  app.use('/wp-json/*', faultMiddleware(faults));
  addRoutes(app, site.site, options, faults);
  site.resume();
  return {
    app,
    async fetch(request) {
      if (faults.down) throw new TypeError('fetch failed');
      return app.fetch(request);
    },
    faults,
    storefront: createStorefront(site.site),
    db: site.site.db,
    title: site.site.title,
    publicUrl: site.site.publicUrl,
    seed: (products, reviews) => seed(site.site, products, reviews),
    flushWebhooks: site.flush,
  };
}

interface OpenSite {
  readonly site: Site;
  readonly flush: () => Promise<void>;
  readonly resume: () => void;
}

function openSite(options: WooStandInOptions): OpenSite {
  const queue = createWebhookQueue(() => site, {
    delayMs: options.webhookDelayMs ?? DEFAULT_WEBHOOK_DELAY_MS,
    deliver: options.deliver,
    onDelivery: options.onDelivery ?? (() => undefined),
  });
  const site: Site = {
    db: openDatabase(options.journal),
    clock: options.clock,
    title: options.title ?? 'Demo store',
    publicUrl: options.publicUrl.replace(/\/+$/, ''),
    utcOffsetMinutes: options.utcOffsetMinutes ?? 0,
    ownerEmail: options.ownerEmail ?? `owner@${new URL(options.publicUrl).hostname}`,
    fire: queue.fire,
  };
  return { site, flush: queue.flush, resume: queue.resume };
}

function addRoutes(app: Hono, site: Site, options: WooStandInOptions, faults: Faults): void {
  const authenticate = createAuthenticator({
    keys: options.keys,
    appPasswords: options.appPasswords ?? [],
    appPasswordsOff: () => faults.appPasswordsOff,
    newAppPassword: () => faults.newAppPassword,
    nowMs: options.clock.nowMs,
    plainOrigin: site.publicUrl.replace(/^https:/, 'http:'),
  });
  const endpoint = createEndpoint(site, authenticate);
  addIndexRoutes(app, endpoint, site);
  addReviewRoutes(app, endpoint);
  addProductRoutes(app, endpoint);
  addWebhookRoutes(app, endpoint, options.deliver);
  addCommentRoutes(app, endpoint);
  addUserRoutes(app, endpoint, options.appPasswords ?? []);
  const nothing = endpoint({ allow: '', denied: null }, () => {
    throw new WpError('rest_no_route', 'No route was found matching the URL and request method.', 404);
  });
  app.all('/wp-json/*', nothing);
}

const SECRET_PARAMS = ['consumer_key', 'consumer_secret', 'oauth_consumer_key', 'oauth_signature', 'oauth_nonce'];

function addRequestLog(app: Hono, onRequest: (report: RequestReport) => void): void {
  app.use('/wp-json/*', async (context, next) => {
    const startMs = performance.now();
    await next();
    const url = new URL(context.req.url);
    for (const name of SECRET_PARAMS) url.searchParams.delete(name);
    onRequest({
      method: context.req.method,
      path: `${url.pathname}${url.search}`,
      status: context.res.status,
      tookMs: Math.round(performance.now() - startMs),
    });
  });
}
