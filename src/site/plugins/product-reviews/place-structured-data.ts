import type { SiteReview } from '../../../backend/endpoints/site-types';
import { element } from '../../view/element';
import { productReviewsData } from './product-reviews-data';

const TYPE = 'application/ld+json';

/**
 * Tells search engines about the reviews, under the rule of decision 0017: only when the owner asked for it, and only
 * when nothing on the page has told them yet. It leaves with the reviews.
 */
export function placeStructuredData(page: Document, reviews: readonly SiteReview[], signal: AbortSignal): void {
  const present = Array.from(page.querySelectorAll(`script[type="${TYPE}"]`)).map(({ textContent }) => textContent);
  const name = page.querySelector<HTMLMetaElement>('meta[property="og:title"]')?.content.trim() ?? '';
  const data = productReviewsData({ reviews, name, present });
  if (data === null) return;
  const script = element('script', { type: TYPE }, JSON.stringify(data));
  page.head.append(script);
  signal.addEventListener('abort', () => { script.remove(); });
}
