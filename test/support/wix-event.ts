import { randomUUID } from 'node:crypto';

export interface EventOptions {
  readonly instanceId: string;
  readonly reviewId?: string;
  /** `null` leaves the claim out. */
  readonly expiresInS?: number;
  readonly eventType?: string;
}

/** The claims of a `review_created` event, as Wix puts them into its JWT. */
export function reviewCreated({ instanceId, reviewId = randomUUID(), expiresInS = 3_600, eventType = 'wix.reviews.v1.review_created' }: EventOptions): Record<string, unknown> {
  const at = new Date().toISOString();
  const entity = {
    id: reviewId, namespace: 'stores', entityId: randomUUID(), revision: '1', createdDate: at, updatedDate: at, reviewDate: at,
    content: { title: null, body: 'A body nobody may see in a log', rating: 4, media: [] },
    author: { contactId: randomUUID(), authorName: 'Robin' },
    moderation: { moderationStatus: 'APPROVED', manuallyChanged: false },
    verified: false, origin: { type: 'ORGANIC' },
  };
  const payload = {
    id: randomUUID(), entityFqdn: 'wix.reviews.v1.review', slug: 'created', entityId: reviewId, eventTime: at,
    triggeredByAnonymizeRequest: false, originatedFrom: '', entityEventSequence: '1', createdEvent: { entity },
  };
  const identity = JSON.stringify({ identityType: 'ANONYMOUS_VISITOR', anonymousVisitorId: 'v-1' });
  const iat = Math.floor(Date.now() / 1_000);
  return { data: JSON.stringify({ data: JSON.stringify(payload), instanceId, eventType, identity }), iat, exp: iat + expiresInS };
}

/** The claims of a `review_deleted` event that came because a person asked Wix to forget them. */
export function reviewErased(instanceId: string, review: { readonly id: string; readonly entityId: string; readonly author: { readonly contactId: string } }): Record<string, unknown> {
  const { data, ...rest } = reviewCreated({ instanceId, reviewId: review.id, eventType: 'wix.reviews.v1.review_deleted' });
  const envelope = JSON.parse(String(data)) as { data: string };
  const { createdEvent, ...payload } = JSON.parse(envelope.data) as { createdEvent: { entity: Record<string, unknown> } };
  const deletedEntity = { ...createdEvent.entity, entityId: review.entityId, author: { contactId: review.author.contactId, authorName: 'Anonymous' } };
  const body = { ...payload, slug: 'deleted', triggeredByAnonymizeRequest: true, deletedEvent: { deletedEntity } };
  return { ...rest, data: JSON.stringify({ ...envelope, data: JSON.stringify(body) }) };
}

/** The same token with one letter of its payload changed. */
export function tampered(jwt: string): string {
  const [header = '', payload = '', signature = ''] = jwt.split('.');
  const at = Math.floor(payload.length / 2);
  const letter = payload[at] === 'A' ? 'B' : 'A';
  return [header, payload.slice(0, at) + letter + payload.slice(at + 1), signature].join('.');
}
