import { describe, expect, it } from 'vitest';
import { reviewEvent } from './review-event';

const OUR_APP = 'app-id';

/** As the SDK hands them to a handler: ids with an underscore, dates as `Date`. */
const entity = {
  _id: 'review-1', namespace: 'stores', entityId: 'product-1', revision: '2', _createdDate: new Date('2026-01-02T03:04:05Z'),
  author: { contactId: 'contact-1', authorName: 'Ann' }, content: { title: 'T', body: 'B', rating: 2, media: [] },
  moderation: { moderationStatus: 'IN_MODERATION', manuallyChanged: false },
};
const metadata = {
  _id: 'event-1', instanceId: 'site-a', entityFqdn: 'wix.reviews.v1.review', slug: 'created', entityId: 'review-1', eventTime: new Date(),
  triggeredByAnonymizeRequest: false, originatedFrom: '', entityEventSequence: '1', identity: { identityType: 'WIX_USER', wixUserId: 'user-1' },
};
const expected = {
  kind: 'changed', instanceId: 'site-a', reviewId: 'review-1', productId: 'product-1', contactId: 'contact-1', ours: false, erased: false,
  review: { id: 'review-1', revision: '2', writtenAt: '2026-01-02T03:04:05.000Z', fields: { rating: 2, status: 'pending', reply: null } },
};

describe('review event', () => {
  it('is read alike from created, updated, moderated and published', () => {
    for (const event of [{ entity, metadata }, { entity, metadata, modifiedFields: {} }, { data: { review: entity, previousModerationStatus: 'SUBMITTED' }, metadata }, { data: { review: entity }, metadata }]) {
      expect(reviewEvent('changed', event, OUR_APP)).toMatchObject(expected);
    }
  });

  it('is a deletion even without the review', () => {
    expect(reviewEvent('deleted', { metadata }, OUR_APP)).toEqual({
      kind: 'deleted', instanceId: 'site-a', reviewId: 'review-1', productId: null, contactId: null, review: null, ours: false, erased: false,
    });
  });

  it.each([
    [{ identityType: 'APP', appId: OUR_APP }, true],
    [{ identityType: 'APP', appId: 'another-app' }, false],
    [{ identityType: 'MEMBER', appId: OUR_APP }, false],
    [undefined, false],
  ])('caused by %o is ours: %s', (identity, ours) => {
    expect(reviewEvent('changed', { entity, metadata: { ...metadata, identity } }, OUR_APP)?.ours).toBe(ours);
  });

  it('carries an erasure request', () => {
    expect(reviewEvent('deleted', { entity, metadata: { ...metadata, triggeredByAnonymizeRequest: true } }, OUR_APP)?.erased).toBe(true);
  });

  it('keeps the ids of a review it cannot read', () => {
    expect(reviewEvent('changed', { entity: { ...entity, content: 'odd' }, metadata }, OUR_APP)).toMatchObject({ productId: 'product-1', review: null });
  });

  it('is nothing when it is not about a product', () => {
    expect(reviewEvent('changed', { entity: { ...entity, namespace: 'bookings' }, metadata }, OUR_APP)).toBeNull();
  });

  it('without a site is refused by field, not by content', () => {
    expect(() => reviewEvent('changed', { entity, metadata: {} }, OUR_APP)).toThrow(/metadata\.instanceId/);
  });
});
