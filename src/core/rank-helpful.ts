type Voted = { readonly helpfulness: number };

/** Most helpful first. Equals keep the order they came in, and no star rating plays a part. */
export function rankHelpful<Review extends Voted>(reviews: readonly Review[]): readonly Review[] {
  return [...reviews].sort((left, right) => right.helpfulness - left.helpfulness);
}
