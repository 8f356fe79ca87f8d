import type { Base } from '../../core/fingerprint';
import type { Seen } from '../../core/plan-types';
import type { StoreReview } from '../stores/store';
import type { LinkRow } from './tables';
import type { Target } from './target';
import type { WixReview } from './wix-port';

/** A link with both sides as they are right now. */
export interface Pair {
  readonly link: LinkRow;
  readonly wix: WixReview | null;
  readonly store: StoreReview | null;
  /** Where a copy goes in the store, when that had to be looked up for reading the sides. */
  readonly target: Target | null;
  readonly wixSeen: Seen;
  readonly storeSeen: Seen;
  readonly base: Base | null;
}
