import { hostKind } from './private-host';
import { isPublicPort } from './public-port';

/** What Wix shows as a picture. Vector files may carry scripts and are left where they are. */
const PICTURE = /\.(?:jpe?g|png|webp|gif|avif|heic)$/iu;
const OTHER_FILE = /\.[a-z\d]{2,5}$/iu;
const MAX_CHARS = 2000;

/**
 * The one spelling of a picture's address, or `null` when it is none that may be fetched: https on a public host, without
 * a user, and a picture by its ending where it has one.
 */
export function pictureUrl(text: string): string | null {
  if (text.length > MAX_CHARS || !URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '' || hostKind(url.hostname) !== 'public') return null;
  if (!isPublicPort(url.port)) return null;
  if (OTHER_FILE.test(url.pathname) && !PICTURE.test(url.pathname)) return null;
  url.hash = '';
  return url.href;
}

/** The ending of the file, with its dot; empty when the address has none. */
export function pictureEnding(url: string): string {
  return PICTURE.exec(new URL(url).pathname)?.[0].toLowerCase() ?? '';
}
