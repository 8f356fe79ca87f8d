import type { Identity } from './identity';
import type { JsonObject } from './json';

/** An event not yet accepted by the app. */
export interface EventRow {
  readonly id: string;
  readonly instanceId: string;
  readonly eventType: string;
  readonly slug: string;
  readonly payload: JsonObject;
  readonly identity: Identity | null;
  /** Deliveries made so far. */
  readonly attempts: number;
  readonly nextAtMs: number;
}

/** A change as the resource that made it reports it. */
export interface Happening {
  readonly eventType: string;
  readonly slug: string;
  readonly entityFqdn: string;
  readonly entityId: string;
  readonly sequence: number;
  readonly body: JsonObject;
}

export interface EventBus {
  /** Everything one change gave rise to. */
  emit(instanceId: string, identity: Identity, happenings: readonly Happening[]): void;
  /** Events of the older kind, without domain envelope: `AppInstalled` and `AppRemoved`. */
  emitLegacy(instanceId: string, eventType: string, slug: string, payload: JsonObject): void;
}

export function domainPayload(happening: Happening, id: string, eventTime: string): JsonObject {
  return {
    id,
    entityFqdn: happening.entityFqdn,
    slug: happening.slug,
    entityId: happening.entityId,
    eventTime,
    triggeredByAnonymizeRequest: false,
    originatedFrom: '',
    entityEventSequence: String(happening.sequence),
    ...happening.body,
  };
}
