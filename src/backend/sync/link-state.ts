import type { SyncCode } from '../../core/sync-code';
import type { LinkState } from './tables';

/** Where a review stands when `code` keeps it from being carried across. */
export function stateFor(code: SyncCode): LinkState {
  switch (code) {
    case 'NOT_PUBLISHED':
      return 'waiting';
    case 'PRODUCT_UNMATCHED':
      return 'unmatched';
    // Nobody can do anything about these, so nobody is asked to.
    case 'RATING_MISSING':
    case 'BODY_MISSING':
    case 'AUTHOR_NO_EMAIL':
    case 'CONTACT_HAS_REVIEW':
    case 'DIFFERENT_REVIEWS':
    case 'COUNTERPART_GONE':
    case 'PRODUCT_GONE':
    case 'ROLLED_BACK':
    case 'DIRECTION_OFF':
      return 'skipped';
    default:
      return 'blocked';
  }
}
