import type { SiteReview } from '../../backend/endpoints/site-types';
import { TEXTS } from './texts';

/** Fills `{author}`, `{rating}` and `{title}` of the owner's pattern in; what the review lacks leaves no gap behind. */
export function altText(pattern: string, review: SiteReview | null): string {
  const parts: Readonly<Record<string, string>> = {
    author: review === null || review.author === '' ? TEXTS.anonymous : review.author,
    rating: review === null ? '' : String(review.rating),
    title: review?.title ?? '',
  };
  return pattern.replaceAll(/\{(author|rating|title)\}/gu, (_, name: string) => parts[name] ?? '').replaceAll(/\s+/gu, ' ').trim();
}
