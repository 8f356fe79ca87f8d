import type { Prints } from './fingerprint';

/** What a person would call "the review says something else now": stars, title and words. Who answered or hid it is not. */
export function contentPrint({ rating, title, body }: Prints): string {
  return `${rating}.${title}.${body}`;
}
