import { z } from 'zod';
import { brandId, type ContactId, type WixProductId } from '../../core/ids';
import { SyncError } from '../../core/sync-error';
import type { WixReviewEvent } from '../sync/wix-review-event';
import { reviewFromWire } from '../wix/review-from-wire';

const entityShape = z.object({
  _id: z.string().nullish(),
  namespace: z.string().nullish(),
  entityId: z.string().nullish(),
  author: z.object({ contactId: z.string().nullish() }).nullish(),
});

/** Created, updated and deleted carry `entity`; the other two carry `data.review`. A deletion may carry neither. */
const eventShape = z.object({
  entity: z.unknown().optional(),
  data: z.object({ review: z.unknown().optional() }).nullish(),
  metadata: z.object({
    instanceId: z.string().min(1),
    entityId: z.string().nullish(),
    triggeredByAnonymizeRequest: z.boolean().nullish(),
    identity: z.object({ identityType: z.string().nullish(), appId: z.string().nullish() }).nullish(),
  }),
});

/** The only kind of review this app keeps in step: those of Wix Stores products. */
const NAMESPACE = 'stores';

/**
 * What one of the five review events means to the engine; `null` when it is about something other than a product.
 * `ownAppId` tells our own writes from everybody else's.
 */
export function reviewEvent(kind: WixReviewEvent['kind'], raw: unknown, ownAppId: string): WixReviewEvent | null {
  const { entity, data, metadata } = parse(raw);
  const source = entity ?? data?.review ?? null;
  const known = entityShape.safeParse(source).data ?? {};
  if (known.namespace != null && known.namespace !== NAMESPACE) return null;
  const reviewId = metadata.entityId ?? known._id;
  if (!reviewId) throw new SyncError('INPUT_INVALID', { field: 'metadata.entityId', got: 'nothing', expected: "the review's id" });
  return {
    kind,
    instanceId: brandId(metadata.instanceId),
    reviewId: brandId(reviewId),
    productId: known.entityId ? brandId<WixProductId>(known.entityId) : null,
    contactId: known.author?.contactId ? brandId<ContactId>(known.author.contactId) : null,
    review: readReview(source),
    ours: metadata.identity?.identityType === 'APP' && metadata.identity.appId === ownAppId,
    erased: metadata.triggeredByAnonymizeRequest === true,
  };
}

function parse(raw: unknown): z.output<typeof eventShape> {
  const result = eventShape.safeParse(raw);
  if (result.success) return result.data;
  throw new SyncError('INPUT_INVALID', { field: result.error.issues[0]?.path.join('.') ?? 'event', expected: 'a Wix review event' });
}

/** An entity that cannot be read is no loss: the engine then asks Wix for the review. */
function readReview(source: unknown): WixReviewEvent['review'] {
  if (source === null) return null;
  try {
    return reviewFromWire(source);
  } catch {
    return null;
  }
}
