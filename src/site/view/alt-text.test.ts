import { expect, it } from 'vitest';
import { altText } from './alt-text';
import { aReview } from './testing/site-answers';

it.each([
  ['Photo by {author}, {rating} stars', aReview(), 'Photo by Ann Lee, 4 stars'],
  ['{title} – {author}', aReview({ author: '', title: '$& {rating}' }), '$& {rating} – A customer'],
  ['{author} {title} photo', aReview({ title: '' }), 'Ann Lee photo'],
  ['{shoe} by {author}', null, '{shoe} by A customer'],
])('fills "%s" in', (pattern, review, expected) => {
  expect(altText(pattern, review)).toBe(expected);
});
