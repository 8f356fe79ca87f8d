export const HELPFUL_TEXTS = {
  heading: 'Most helpful reviews',
  none: 'No reviews yet.',
  verified: 'Verified buyer',
  fromStore: 'From our other shop',
  readMore: 'Read more',
  readLess: 'Read less',
  shopAnswered: 'Answer from the shop',
  foundHelpful: (people: number) => (people === 1 ? '1 person found this helpful' : `${people} people found this helpful`),
  scroll: 'Reviews, scroll sideways for more',
} as const;
