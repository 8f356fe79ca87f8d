/** Where pages in the browser find the local Wix. */
export const WIX_PATH = '/__wixapis/';

/**
 * Runs before a page of the app does and sends its calls to Wix to this server instead: in the browser, this is the
 * network that the closed network is for the backend.
 */
const SHIM = `<script>(() => {
  const isWix = (host) => /(^|\\.)(wixapis\\.com|frog\\.wix\\.com|panorama\\.wixapps\\.net)$/.test(host);
  const local = (address) => {
    const url = new URL(address, location.href);
    return isWix(url.hostname) ? '${WIX_PATH}' + url.hostname + url.pathname + url.search : null;
  };
  const send = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    const request = new Request(input, init);
    const address = local(request.url);
    if (address === null) return send(request);
    const body = ['GET', 'HEAD'].includes(request.method) ? undefined : await request.text();
    return send(address, { method: request.method, headers: request.headers, body, signal: request.signal });
  };
  const beacon = navigator.sendBeacon.bind(navigator);
  navigator.sendBeacon = (address, data) => beacon(local(address) ?? address, data);
  const open = XMLHttpRequest.prototype.open;
  XMLHttpRequest.prototype.open = function (method, address, ...rest) {
    return open.call(this, method, local(address) ?? address, ...(rest.length === 0 ? [true] : rest));
  };
})()</script>`;

export function withFetchShim(markup: string): string {
  return markup.includes('<head>') ? markup.replace('<head>', `<head>${SHIM}`) : SHIM + markup;
}

/** The request the page meant to send to Wix. */
export function wixRequest(request: Request): Request {
  const { pathname, search } = new URL(request.url);
  const [, host = '', rest = ''] = /^([^/]+)(\/.*)?$/u.exec(pathname.slice(WIX_PATH.length)) ?? [];
  return new Request(`https://${host}${rest}${search}`, request);
}
