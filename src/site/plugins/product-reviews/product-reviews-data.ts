import type { SiteReview } from '../../../backend/endpoints/site-types';

interface PageFacts {
  readonly reviews: readonly SiteReview[];
  /** Of the product, as the page itself gives it. */
  readonly name: string;
  /** Texts of the structured data that the page already carries. */
  readonly present: readonly string[];
}

/** What search engines are told, or `null` when they are to be told nothing. */
export function productReviewsData({ reviews, name, present }: PageFacts): object | null {
  if (name === '' || reviews.length === 0 || present.some(ratesSomething)) return null;
  return { '@context': 'https://schema.org', '@type': 'Product', name, review: reviews.map(reviewData) };
}

/** A second rating of the same product is a contradiction; one that cannot be read may be one. */
function ratesSomething(text: string): boolean {
  try {
    return /"(aggregateRating|review)":/u.test(JSON.stringify(JSON.parse(text)));
  } catch {
    return true;
  }
}

function reviewData({ author, rating, title, body, writtenAt }: SiteReview): object {
  return {
    '@type': 'Review',
    author: { '@type': 'Person', name: author === '' ? 'Customer' : author },
    datePublished: writtenAt.slice(0, 10),
    reviewRating: { '@type': 'Rating', ratingValue: rating, bestRating: 5, worstRating: 1 },
    ...(title === '' ? {} : { name: title }),
    ...(body === '' ? {} : { reviewBody: body }),
  };
}
