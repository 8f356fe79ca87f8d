import type { Artefact } from './artefact';
import { withFetchShim } from './fetch-shim';
import { staticFile } from './static-files';
import type { Worker } from './worker';

const APP_PATHS = /^\/(_wix\/extensions|api)\//u;
const PANELS = /^\/custom-element-panels\/[^/]+\.html$/u;
const BACK_OFFICE = '/_wix/extensions/backoffice/';

/** Serves what Wix's hosting serves of an app: its files and its worker. `null`: the address is not the app's. */
export async function serveApp(request: Request, artefact: Artefact, worker: Worker): Promise<Response | null> {
  const { pathname } = new URL(request.url);
  if (request.method === 'GET' || request.method === 'HEAD') {
    const file = staticFile(artefact.distDir, pathname);
    if (file !== null) return PANELS.test(pathname) ? panel(file) : file;
  }
  if (!APP_PATHS.test(pathname)) return null;
  const response = await worker.fetch(request);
  const headers = new Headers(response.headers);
  // Carries the token the request was served with; it is for Wix's edge, not for browsers.
  headers.delete('x-wix-bi-auth-token');
  if (!pathname.startsWith(BACK_OFFICE)) return new Response(response.body, { status: response.status, headers });
  headers.delete('content-length');
  return new Response(withFetchShim(await response.text()), { status: response.status, headers });
}

/** Panel pages take React from a host of Wix's that cannot be reached from here. */
async function panel(file: Response): Promise<Response> {
  const headers = new Headers(file.headers);
  headers.delete('content-length');
  const markup = (await file.text()).replaceAll(/https:\/\/static\.parastorage\.com\/unpkg\/[^/]+\/umd\//gu, '/assets/umd/');
  return new Response(withFetchShim(markup), { headers });
}
