/**
 * Whether two addresses are the same shop by name alone: https instead of http, `www.` before the host, a closing slash and
 * a port that goes without saying change nothing. Another port or path is another shop: hosts serve several on one name.
 */
export function sameStoreAddress(a: string, b: string): boolean {
  return URL.canParse(a) && URL.canParse(b) && nameOf(a) === nameOf(b);
}

function nameOf(address: string): string {
  const { hostname, port, pathname } = new URL(address);
  return `${hostname.replace(/\.$/u, '').replace(/^www\./u, '')}:${port}${pathname.replace(/\/+$/u, '')}`;
}
