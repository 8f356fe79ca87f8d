export const HELPFUL_TEXTS = {
  heading: 'Most helpful reviews',
  none: 'No reviews yet.',
  verified: 'Verified buyer',
  fromStore: 'From our other shop',
  readMore: 'Read more',
  readLess: 'Read less',
  shopAnswered: 'Answer from the shop',
  foundHelpful: (people: number) => `${people} found it helpful`,
  scroll: 'Reviews, scroll sideways for more',
} as const;
