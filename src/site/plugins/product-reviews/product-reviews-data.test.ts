import { describe, expect, it } from 'vitest';
import { aReview } from '../../view/testing/site-answers';
import { productReviewsData } from './product-reviews-data';

const reviews = [aReview({ title: 'Good', body: '</script><script>alert(1)</script>' })];

describe('what search engines are told', () => {
  it('is the product and its reviews, as data', () => {
    expect(productReviewsData({ reviews, name: 'Dress', present: [] })).toEqual({
      '@context': 'https://schema.org', '@type': 'Product', name: 'Dress',
      review: [{
        '@type': 'Review', author: { '@type': 'Person', name: 'Ann Lee' }, datePublished: '2026-03-14', name: 'Good',
        reviewRating: { '@type': 'Rating', ratingValue: 4, bestRating: 5, worstRating: 1 }, reviewBody: '</script><script>alert(1)</script>',
      }],
    });
  });

  it('is nothing without a name, or without reviews', () => {
    expect(productReviewsData({ reviews, name: '', present: [] })).toBeNull();
    expect(productReviewsData({ reviews: [], name: 'Dress', present: [] })).toBeNull();
  });

  it.each([
    '{"@type":"Product","aggregateRating":{"ratingValue":4}}',
    '{"@graph":[{"@type":"Product","review" : []}]}',
    '{"@type":"Product", broken',
  ])('is nothing when the page already tells it, or may: %s', (present) => {
    expect(productReviewsData({ reviews, name: 'Dress', present: [present] })).toBeNull();
  });

  it('stands beside data of the page that rates nothing', () => {
    expect(productReviewsData({ reviews, name: 'Dress', present: ['{"@type":"Product","description":"our review: good"}'] })).not.toBeNull();
  });
});
