/**
 * Address of one of our endpoints. It is found from where this script was loaded: in the dashboard's frame a relative
 * address would mean somebody else's host. The base has a variable of its own because bundlers take
 * `new URL(text, import.meta.url)` for a file to bundle.
 */
export function endpointUrl(path: string): string {
  const here = import.meta.url;
  return new URL(`/api/${path}`, here).href;
}
