import { expect, test } from 'vitest';
import { openTestStore, MUG, TOTE } from './test-store';

test('rows of a product are found after an insert, a move and a delete', () => {
  const { store } = openTestStore();
  const review = { productId: 10, reviewer: 'A', email: 'a@example.test', review: 'Fine', rating: 5 };
  const [row] = store.seed([TOTE, MUG], [review]).reviews;
  if (row === undefined) throw new Error('Expected the seed to make a review');
  const { comments } = store.db;
  expect(comments.ofProduct(10)).toEqual([row]);
  comments.put({ ...row, productId: 11 });
  expect([comments.ofProduct(10).length, comments.ofProduct(11).length]).toEqual([0, 1]);
  comments.delete(row.id);
  expect([comments.ofProduct(11).length, comments.size]).toEqual([0, 0]);
});
