/** Every word of ours that visitors read or hear. */
export interface Texts {
  readonly stars: (rating: number) => string;
  readonly verified: string;
  readonly fromStore: string;
  readonly anonymous: string;
  readonly readMore: string;
  readonly readLess: string;
  readonly shopAnswered: string;
  readonly foundHelpful: (people: number) => string;
  readonly loading: string;
  readonly failed: string;
  readonly retry: string;
  readonly sample: string;
  readonly noReviews: string;
  readonly noPhotos: string;
  readonly showPhoto: (place: number, total: number) => string;
  readonly video: string;
  readonly close: string;
  readonly previous: string;
  readonly next: string;
  readonly scroll: string;
  readonly lightbox: string;
}

export const TEXTS: Texts = {
  stars: (rating) => `${rating} out of 5 stars`,
  verified: 'Verified buyer',
  fromStore: 'From our other shop',
  anonymous: 'A customer',
  readMore: 'Read more',
  readLess: 'Read less',
  shopAnswered: 'Answer from the shop',
  foundHelpful: (people) => (people === 1 ? '1 person found this helpful' : `${people} people found this helpful`),
  loading: 'Loading reviews',
  failed: 'The reviews could not be loaded.',
  retry: 'Try again',
  sample: 'Sample reviews. Your own are shown on the live site.',
  noReviews: 'No reviews yet.',
  noPhotos: 'No customer photos yet.',
  showPhoto: (place, total) => `Show photo ${place} of ${total}`,
  video: 'Video',
  close: 'Close',
  previous: 'Previous',
  next: 'Next',
  scroll: 'Reviews, scroll sideways for more',
  lightbox: 'Customer photos',
};
