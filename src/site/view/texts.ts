/** Words of ours that visitors read or hear in every widget; what only one of them says is kept beside it. */
export const TEXTS = {
  stars: (rating: number) => `${rating} out of 5 stars`,
  anonymous: 'A customer',
  failed: 'The reviews could not be loaded.',
  retry: 'Try again',
  sample: 'Sample reviews. Your own are shown on the live site.',
} as const;
