import { fingerprint, type Fingerprint } from './fingerprint';
import { pictureUrl } from './picture-url';

/** Wix holds ten files with a review. */
export const MAX_PICTURES = 10;

/** A picture or film that belongs to a review, by the address the store gives. */
export interface StoreMedia {
  readonly kind: 'image' | 'video';
  readonly url: string;
}

/** The pictures of a review that can be carried, in the store's order, each once. */
export function pictureList(media: readonly StoreMedia[] = []): readonly string[] {
  const urls = media.flatMap(({ kind, url }) => (kind === 'image' ? (pictureUrl(url) ?? []) : []));
  return [...new Set(urls)].slice(0, MAX_PICTURES);
}

/** Short hash of the list, so that a row can tell whether it changed; `null` without pictures. */
export function picturePrint(urls: readonly string[]): Fingerprint | null {
  return urls.length === 0 ? null : fingerprint(urls.join('\n'));
}
