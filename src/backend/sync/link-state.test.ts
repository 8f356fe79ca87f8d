import { describe, expect, it } from 'vitest';
import { isDeadLetter } from './dead-letter';
import { stateFor } from './link-state';
import { wixBornLink } from './new-link';
import { brandId, type ContactId, type WixProductId, type WixReviewId } from '../../core/ids';

describe('where a review stands', () => {
  it.each([
    ['NOT_PUBLISHED', 'waiting'],
    ['PRODUCT_UNMATCHED', 'unmatched'],
    ['CONTACT_HAS_REVIEW', 'skipped'],
    ['DIFFERENT_REVIEWS', 'skipped'],
    ['FIELD_TOO_LONG', 'blocked'],
    ['AUTHOR_NO_EMAIL', 'skipped'],
    ['STORE_AUTH', 'blocked'],
  ] as const)('%s leaves it %s', (code, state) => {
    expect(stateFor(code)).toBe(state);
  });
});

describe('a dead letter', () => {
  const link = wixBornLink(brandId('site'), { reviewId: brandId<WixReviewId>('r1'), productId: brandId<WixProductId>('p1'), contactId: brandId<ContactId>('c1'), review: null }, 1);

  it.each(['STORE_UNREACHABLE', 'STORE_RATE_LIMITED', 'WIX_SERVER_ERROR'] as const)('is one that was given up for a reason that may have passed: %s', (code) => {
    expect(isDeadLetter({ ...link, state: 'blocked', code })).toBe(true);
  });

  it.each(['FIELD_TOO_LONG', 'STORE_AUTH', 'AUTHOR_NO_EMAIL'] as const)('is not one that only a person can mend: %s', (code) => {
    expect(isDeadLetter({ ...link, state: 'blocked', code })).toBe(false);
  });

  it('is not one that will be tried again anyway', () => {
    expect(isDeadLetter({ ...link, state: 'waiting', code: 'STORE_UNREACHABLE' })).toBe(false);
  });
});
