import type { SigningKey } from './signing-key';
import type { EventRow } from './events';

const LIFETIME_S = 3_600;

/** The signed text that Wix posts: JSON within JSON within a JWT. */
export function envelope(event: EventRow, siteId: string, key: SigningKey, nowMs: number): string {
  const data = {
    data: JSON.stringify(event.payload),
    instanceId: event.instanceId,
    eventType: event.eventType,
    ...(event.identity === null ? {} : { identity: JSON.stringify(event.identity) }),
    accountInfo: { accountId: null, siteId, parentAccountId: null },
  };
  const iat = Math.floor(nowMs / 1000);
  return key.signJwt({ data: JSON.stringify(data), iat, exp: iat + LIFETIME_S });
}
