import type { Authorise, WooKeys } from './authorise';

/** Basic authentication, for https only: the secret is in the header as it is. */
export function basicAuth({ key, secret }: WooKeys): Authorise {
  const bytes = new TextEncoder().encode(`${key}:${secret}`);
  const headers = { Authorization: `Basic ${btoa(String.fromCharCode(...bytes))}` };
  return (_method, url) => Promise.resolve({ url, headers });
}
