import { brandId, type ContactId, type WixProductId, type WixReviewId } from '../../../core/ids';
import { SyncError } from '../../../core/sync-error';
import type { CallBudget } from '../../sync/call-budget';
import type { WixPort, WixReview } from '../../sync/wix-port';
import { page } from './fake-store';

/** The part of Wix that the inbox reads and answers reviews through, in memory. */
export function fakeReviews(reviews: Map<string, WixReview>, budget: CallBudget): Pick<WixPort, 'listReviews' | 'getReview' | 'getReviews' | 'reviewsOf' | 'setReply'> {
  return {
    listReviews: async (cursor) => {
      budget.spend();
      return page([...reviews.values()], cursor);
    },
    getReview: async (id) => {
      budget.spend();
      return reviews.get(id) ?? null;
    },
    getReviews: async (ids) => {
      budget.spend();
      return ids.flatMap((id) => reviews.get(id) ?? []);
    },
    reviewsOf: async (contactId) => {
      budget.spend();
      return [...reviews.values()].filter((review) => review.contactId === contactId);
    },
    setReply: async (id, reply) => {
      budget.spend();
      const review = reviews.get(id);
      if (review === undefined) throw new SyncError('WIX_REVISION_STALE');
      const answered = { ...review, fields: { ...review.fields, reply } };
      reviews.set(id, answered);
      return answered;
    },
  };
}

export function wixReview(id: string, change: Partial<WixReview['fields']> = {}): WixReview {
  return {
    id: brandId<WixReviewId>(id), productId: brandId<WixProductId>('w1'), contactId: brandId<ContactId>('c1'), revision: '1', writtenAt: '2026-11-20T08:00:00.000Z',
    fields: { title: '', body: 'The seam opened.', rating: 2, author: 'Una', status: 'published', reply: null, ...change },
  };
}
