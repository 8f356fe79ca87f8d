import type { Origin } from './review';
import type { Caller } from './tokens';

/** Who caused a change, as events name them. */
export type Identity =
  | { readonly identityType: 'APP'; readonly appId: string }
  | { readonly identityType: 'WIX_USER'; readonly wixUserId: string }
  | { readonly identityType: 'MEMBER'; readonly memberId: string }
  | { readonly identityType: 'ANONYMOUS_VISITOR'; readonly anonymousVisitorId: string };

/** Whoever changes something, and what the things they make say about their origin. */
export interface Actor {
  readonly identity: Identity;
  readonly origin: Origin;
}

export const VISITOR: Actor = { identity: { identityType: 'ANONYMOUS_VISITOR', anonymousVisitorId: 'visitor-1' }, origin: { type: 'ORGANIC' } };
export const PERSON: Actor = { identity: { identityType: 'WIX_USER', wixUserId: 'owner-1' }, origin: { type: 'ORGANIC' } };

/** What comes in through the API was made by the app, whoever it acted for. */
export function actorOf(caller: Caller): Actor {
  const origin: Origin = { type: 'APP', appId: caller.clientId };
  switch (caller.subjectType) {
    case 'APP':
      return { identity: { identityType: 'APP', appId: caller.clientId }, origin };
    case 'USER':
      return { identity: { identityType: 'WIX_USER', wixUserId: caller.subjectId }, origin };
    case 'MEMBER':
      return { identity: { identityType: 'MEMBER', memberId: caller.subjectId }, origin };
    case 'VISITOR':
      return { identity: { identityType: 'ANONYMOUS_VISITOR', anonymousVisitorId: caller.subjectId }, origin };
  }
}
