import type { Page, Store, StoreReview } from '../store';
import { WITH_REPLIES } from './capabilities';
import { listReplies } from './list-replies';
import type { Send } from './request';
import { setReply } from './set-reply';

/** A store whose reviews are read together with the shop's answers: one call more for each page that has reviews. */
export function withReplies(store: Store, send: Send, staff: readonly number[]): Store {
  const fill = (reviews: readonly StoreReview[]) => filled(send, staff, reviews);
  const fillPage = async (reading: Promise<Page<StoreReview>>): Promise<Page<StoreReview>> => {
    const page = await reading;
    return { ...page, items: await fill(page.items) };
  };
  return {
    ...store,
    capabilities: WITH_REPLIES,
    listReviews: (cursor) => fillPage(store.listReviews(cursor)),
    listReviewsOf: (productId, cursor) => fillPage(store.listReviewsOf(productId, cursor)),
    getReview: async (id) => {
      const review = await store.getReview(id);
      return review === null ? null : ((await fill([review]))[0] ?? review);
    },
    getReviews: async (ids) => fill(await store.getReviews(ids)),
    findReviews: async (productId, email) => fill(await store.findReviews(productId, email)),
    setReply: (review, reply) => setReply(send, staff, review, reply),
  };
}

const MOST_PARENTS = 100;

/** Of several answers the newest counts. */
async function filled(send: Send, staff: readonly number[], reviews: readonly StoreReview[]): Promise<readonly StoreReview[]> {
  const answers = new Map<StoreReview['id'], string>();
  for (let from = 0; from < reviews.length; from += MOST_PARENTS) {
    const some = reviews.slice(from, from + MOST_PARENTS);
    const replies = await listReplies(send, staff, some.map(({ id }) => id), 'approve');
    for (const { reviewId, text } of replies) if (text !== '') answers.set(reviewId, text);
  }
  return reviews.map((review) => ({ ...review, fields: { ...review.fields, reply: answers.get(review.id) ?? null } }));
}
