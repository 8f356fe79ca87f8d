import type { Happening } from './events';
import { isPublished, type ModerationStatus, type Review } from './review';
import { toJson } from './route';

const FQDN = 'wix.reviews.v1.review';

export type ReviewChange =
  | { readonly kind: 'created' }
  | { readonly kind: 'updated' }
  | { readonly kind: 'deleted'; readonly entity: 'present' | 'absent' }
  | { readonly kind: 'moderated'; readonly from: ModerationStatus; readonly alsoUpdated: boolean };

type Body = Omit<Happening, 'entityFqdn' | 'entityId' | 'sequence'>;

/** What Wix announces about one change; `sequence` is that of the last event before. */
export function reviewHappenings(review: Review, change: ReviewChange, sequence: number): readonly Happening[] {
  return bodies(review, change).map((body, index) => ({ ...body, entityFqdn: FQDN, entityId: review.id, sequence: sequence + index + 1 }));
}

function bodies(review: Review, change: ReviewChange): readonly Body[] {
  switch (change.kind) {
    case 'created':
      return [
        { eventType: `${FQDN}_created`, slug: 'created', body: { createdEvent: { entity: toJson(review) } } },
        statusChanged(review, 'SUBMITTED'),
        ...published(review),
      ];
    case 'updated':
      return [updated(review)];
    case 'deleted':
      return [{ eventType: `${FQDN}_deleted`, slug: 'deleted', body: { deletedEvent: change.entity === 'present' ? { deletedEntity: toJson(review) } : {} } }];
    case 'moderated':
      return [statusChanged(review, change.from), ...(change.alsoUpdated ? [updated(review)] : []), ...published(review)];
  }
}

function updated(review: Review): Body {
  return { eventType: `${FQDN}_updated`, slug: 'updated', body: { updatedEvent: { currentEntity: toJson(review) } } };
}

function statusChanged(review: Review, previousModerationStatus: string): Body {
  const body = { review: toJson(review), previousModerationStatus };
  return { eventType: `${FQDN}_moderation_status_changed`, slug: 'moderation_status_changed', body: { actionEvent: { body } } };
}

function published(review: Review): readonly Body[] {
  if (!isPublished(review)) return [];
  return [{ eventType: `${FQDN}_review_published`, slug: 'review_published', body: { actionEvent: { body: { review: toJson(review) } } } }];
}
