import { describe, expect, it } from 'vitest';
import { brandId } from '../../core/ids';
import { isDeadLetter } from './dead-letter';
import { wixBornLink } from './new-link';
import type { LinkRow, LinkState } from './tables';

function link(state: LinkState, code: LinkRow['code']): LinkRow {
  const identity = { reviewId: brandId<NonNullable<LinkRow['wixReviewId']>>('w1'), productId: null, contactId: null, review: null };
  return { ...wixBornLink(brandId('site'), identity, 1), state, code };
}

describe('a link that a full walk tries anew', () => {
  it.each(['STORE_TIMEOUT', 'STORE_RATE_LIMITED', 'WIX_RATE_LIMITED', 'WIX_REVISION_STALE'] as const)('was given up for a reason that passes: %s', (code) => {
    expect(isDeadLetter(link('blocked', code))).toBe(true);
  });

  it.each(['STORE_REFUSED', 'RATING_MISSING', 'FIELD_TOO_LONG', 'STORE_AUTH'] as const)('is none that would fail the same way, or waits for a person: %s', (code) => {
    expect(isDeadLetter(link('blocked', code))).toBe(false);
  });

  it.each(['waiting', 'in-step', 'skipped', 'unmatched', 'gone'] as const)('is none that was not given up: %s', (state) => {
    expect(isDeadLetter(link(state, 'STORE_TIMEOUT'))).toBe(false);
  });

  it('is none without a reason', () => {
    expect(isDeadLetter(link('blocked', null))).toBe(false);
  });
});
