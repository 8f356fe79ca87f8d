import { fingerprint, type Fingerprint } from './fingerprint';
import { pictureUrl } from './picture-url';

/** Wix holds ten files with a review. */
export const MAX_PICTURES = 10;

/** A picture or film that belongs to a review, by the address the store gives. */
export interface StoreMedia {
  readonly kind: 'image' | 'video';
  readonly url: string;
}

/** The pictures of a review that may be fetched, in the store's order, each once; more than Wix holds, if the store has more. */
export function allPictures(media: readonly StoreMedia[] = []): readonly string[] {
  const urls = media.flatMap(({ kind, url }) => (kind === 'image' ? (pictureUrl(url) ?? []) : []));
  return [...new Set(urls)];
}

/** Those that can be carried: the first ten. */
export function pictureList(media: readonly StoreMedia[] = []): readonly string[] {
  return allPictures(media).slice(0, MAX_PICTURES);
}

/** Short hash of the list, so that a row can tell whether it changed; `null` without pictures. */
export function picturePrint(urls: readonly string[]): Fingerprint | null {
  return urls.length === 0 ? null : fingerprint(urls.join('\n'));
}
