import type { SiteAnswer, SiteReview } from '../../backend/endpoints/site-types';

const REVIEWS: readonly SiteReview[] = [
  review('Dana Whitfield', 5, 'Exactly as in the pictures', 'The colour is right, the cut is right, and it arrived two days early. I have already ordered a second one for my sister.', 24, { verified: true }),
  review('Marco Ruiz', 4, 'Good, with one wish', 'Well made and comfortable. It runs a little long in the sleeves, so take one size smaller if you are in between.', 17, { reply: 'Thank you, Marco. We added a size chart because of your review.' }),
  review('Aiko Tanaka', 5, 'Worn every week', 'Washed ten times and it still looks new. The fabric is heavier than I expected, which I like.', 12, { verified: true, fromStore: true }),
  review('Ben Okafor', 2, 'Nice but late', 'The quality is fine. Delivery took three weeks, and nobody told me why.', 9, { reply: 'We are sorry, Ben. The carrier was on strike, and we should have written to you.' }),
  review('Lena Hoffmann', 5, '', 'My favourite purchase of the year.', 6, {}),
];

/** What the editor shows in place of the shop's own reviews. */
export const SAMPLE_ANSWER: SiteAnswer = {
  helpful: REVIEWS,
  photos: { reviews: REVIEWS, files: Array.from({ length: 12 }, (_, place) => ({ kind: 'image', id: `sample-${place}`, width: 4, height: 3, poster: null, review: place % REVIEWS.length })) },
};

function review(author: string, rating: SiteReview['rating'], title: string, body: string, helpful: number, more: Partial<SiteReview>): SiteReview {
  return { id: author, author, rating, title, body, helpful, writtenAt: '2026-03-14T09:00:00.000Z', writtenOn: 'March 14, 2026', verified: false, fromStore: false, reply: null, ...more };
}
