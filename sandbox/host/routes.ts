import { Hono, type Context } from 'hono';
import { setCookie } from 'hono/cookie';
import { renderAlerts, type AlertParts } from '../pages/alerts-page';
import { renderDashboard, renderNoDashboard } from '../pages/dashboard-page';
import { renderEditor } from '../pages/editor-page';
import { renderHome, type HomeParts } from '../pages/home-page';
import type { Frame, Site } from '../pages/layout';
import { MEDIA_PATH } from '../pages/local-media';
import { readView, renderLog } from '../pages/log-page';
import { renderNotFound } from '../pages/not-found-page';
import type { Shop } from '../pages/shop';
import { createStorefront } from '../pages/storefront';
import { serveApp } from './app-server';
import type { Artefact } from './artefact';
import type { Assets } from './assets';
import { createControlEndpoint, type Controls } from './control-endpoint';
import { WIX_PATH, wixRequest } from './fetch-shim';
import { mediaFile } from './media-file';
import type { RequestLog } from './request-log';
import { frameOf, SITE_COOKIE } from './sites';
import { underBar } from './store-pages';
import type { Worker } from './worker';

export interface RouteParts {
  readonly artefact: Artefact;
  readonly assets: Assets;
  readonly worker: Worker;
  readonly log: RequestLog;
  /** The closed network: what a page sends to Wix is logged like what the backend sends. */
  readonly send: typeof fetch;
  readonly sites: () => readonly Site[];
  readonly shopOf: (frame: Frame) => Shop;
  readonly home: (frame: Frame) => HomeParts;
  readonly alerts: (frame: Frame) => AlertParts;
  /** Duplicates a site as its owner does; says the copy's instance id. */
  readonly duplicateSite: (instanceId: string) => string;
  /** A token of the owner who is signed in to a site's dashboard. */
  readonly userToken: (instanceId: string) => string;
  /** A token of somebody who looks at a site. */
  readonly visitorToken: (instanceId: string) => string;
  /** The bytes of a file that a site's media was asked to fetch. */
  readonly importedFile: (id: string) => Buffer<ArrayBuffer> | null;
  readonly store: (request: Request) => Response | Promise<Response>;
  /** What people and tests do to the local Wix, below `/__wix`. */
  readonly wixControl: Hono;
  readonly controls: Controls;
}

/** Everything this server answers. What is not the sandbox's own is the app's. */
export function createRoutes(parts: RouteParts): Hono {
  // A slash at the end makes no difference, as people type it.
  const app = new Hono({ strict: false });
  const frame = (c: Context): Frame => frameOf(c, parts.sites());
  app.get('/', async (c) => c.html(await renderHome(parts.home(frame(c)))));
  addDashboard(app, parts, frame);
  app.get('/alerts', async (c) => c.html(await renderAlerts(parts.alerts(frame(c)))));
  addLog(app, parts, frame);
  app.route('/site', createStorefront({ frameOf: frame, shopOf: parts.shopOf, elements: parts.artefact.manifest.elements }));
  app.get('/editor', (c) => c.redirect(`/editor/${parts.artefact.manifest.elements.find(({ panelPath }) => panelPath !== null)?.id ?? 'none'}`));
  app.get('/editor/:id', async (c) => {
    const { elements } = parts.artefact.manifest;
    const open = elements.find(({ id, panelPath }) => id === c.req.param('id') && panelPath !== null);
    return open === undefined ? c.notFound() : c.html(await renderEditor({ frame: frame(c), elements, open }));
  });
  app.all('/store/*', async (c) => underBar(await parts.store(c.req.raw), frame(c)));
  app.post('/switch-site', async (c) => {
    const { instanceId } = await c.req.parseBody();
    if (typeof instanceId !== 'string') return c.text('Expected instanceId to be a text', 400);
    setCookie(c, SITE_COOKIE, instanceId, { path: '/', httpOnly: true, sameSite: 'Lax' });
    return c.redirect('/', 303);
  });
  app.post('/duplicate-site', (c) => {
    setCookie(c, SITE_COOKIE, parts.duplicateSite(frame(c).site.instanceId), { path: '/', httpOnly: true, sameSite: 'Lax' });
    return c.redirect('/dashboard', 303);
  });
  app.get('/assets/*', (c) => {
    const asset = parts.assets.get(c.req.path);
    return asset === undefined ? c.notFound() : c.body(asset.text, 200, { 'content-type': asset.type, 'cache-control': 'no-cache' });
  });
  app.all(`${WIX_PATH}*`, (c) => parts.send(wixRequest(c.req.raw)));
  app.post('/__sandbox/user-token', (c) => c.text(parts.userToken(c.req.query('instanceId') ?? '')));
  app.post('/__sandbox/visitor-token', (c) => c.text(parts.visitorToken(c.req.query('instanceId') ?? '')));
  app.get(`${MEDIA_PATH}*`, (c) => mediaFile(c.req.path.slice(MEDIA_PATH.length), parts.importedFile) ?? c.notFound());
  app.route('/', parts.wixControl);
  app.route('/__control', createControlEndpoint(parts.controls));
  app.all('*', async (c) => (await serveApp(c.req.raw, parts.artefact, parts.worker)) ?? c.notFound());
  app.notFound(async (c) => c.html(await renderNotFound(frame(c)), 404));
  return app;
}

function addDashboard(app: Hono, { artefact }: RouteParts, frame: (c: Context) => Frame): void {
  const { pages, modals } = artefact.manifest;
  app.get('/dashboard', (c) => {
    const first = pages[0];
    return first === undefined ? c.redirect('/dashboard/none') : c.redirect(`/dashboard/${first.route}`);
  });
  app.get('/dashboard/*', async (c) => {
    const place = c.req.path.slice('/dashboard/'.length);
    // Routes may nest, so the longest one that the address begins with is meant.
    const open = pages
      .filter(({ id, route }) => place === id || place === route || place.startsWith(`${route}/`))
      .toSorted((a, b) => b.route.length - a.route.length)[0];
    if (open === undefined) return c.html(await renderNoDashboard(frame(c)), 404);
    if (place === open.id) return c.redirect(`/dashboard/${open.route}`);
    return c.html(await renderDashboard({ frame: frame(c), pages, modals, open }));
  });
}

function addLog(app: Hono, { log }: RouteParts, frame: (c: Context) => Frame): void {
  app.get('/log', async (c) => c.html(await renderLog(frame(c), log, readView(c.req.query('view')))));
  app.post('/log/clear', (c) => {
    log.clear();
    return c.redirect('/log', 303);
  });
}
