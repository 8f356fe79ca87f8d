import type { ContactId, InstanceId, WixProductId, WixReviewId } from '../../core/ids';
import type { WixReview } from './wix-port';

/** What any of the five Wix review events boils down to. A hint: the engine reads the review itself. */
export interface WixReviewEvent {
  readonly kind: 'changed' | 'deleted';
  readonly instanceId: InstanceId;
  readonly reviewId: WixReviewId;
  /** `null` when the event came without its entity, as deletions may. */
  readonly productId: WixProductId | null;
  readonly contactId: ContactId | null;
  /** The entity as it was at that moment (for a deletion: the last time), when it came along and could be read. */
  readonly review: WixReview | null;
  /** The event says that this app caused it. A hint too: the field may be missing. */
  readonly ours: boolean;
  /** Part of an erasure request by the person. */
  readonly erased: boolean;
}
