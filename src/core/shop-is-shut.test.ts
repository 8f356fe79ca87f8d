import { describe, expect, it } from 'vitest';
import { retryClass } from './retry-class';
import { isShopShut } from './shop-is-shut';
import { SYNC_CODES } from './sync-code';

describe('a shop that is shut', () => {
  it.each(['STORE_AUTH', 'STORE_FORBIDDEN', 'WIX_FORBIDDEN', 'REPLIES_PASSWORD', 'REPLIES_IGNORED', 'REPLIES_FORBIDDEN'] as const)('lets nobody in: %s', (code) => {
    expect(isShopShut(code)).toBe(true);
  });

  it.each(['PRODUCT_UNMATCHED', 'FIELD_TOO_LONG', 'DIFFERENT_REVIEWS', 'STORE_REVIEW_DUPLICATE', 'PICTURE_FAILED'] as const)('is no review that a person has to look at: %s', (code) => {
    expect(isShopShut(code)).toBe(false);
  });

  it('always needs a person to open it', () => {
    for (const code of SYNC_CODES.filter(isShopShut)) expect(retryClass(code)).toBe('needs-person');
  });
});
