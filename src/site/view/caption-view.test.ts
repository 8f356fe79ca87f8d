import { expect, it } from 'vitest';
import { captionView } from './caption-view';
import { aFile, aReview } from './testing/site-answers';

const words = (nodes: readonly HTMLElement[]) => nodes.map(({ textContent }) => textContent);

it('tells the place, the stars, who wrote it, when and what, as texts', () => {
  const nodes = captionView({ reviews: [aReview({ body: '<img src=x onerror=alert(1)>' })], files: [aFile(), aFile()] }, 1);
  expect(words(nodes)).toEqual(['★★★★★Ann LeeMarch 14, 20262 of 2', 'Good', '<img src=x onerror=alert(1)>']);
  expect(nodes.some((node) => node.querySelector('img') !== null)).toBe(false);
});

it('needs no review, and no words', () => {
  expect(words(captionView({ reviews: [], files: [aFile()] }, 0))).toEqual(['1 of 1']);
  expect(captionView({ reviews: [aReview({ title: '', body: '' })], files: [aFile()] }, 0)).toHaveLength(1);
});
