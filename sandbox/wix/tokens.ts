import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { SandboxClock } from '../clock';

const LIFETIME_S = 14_400;
const PREFIX = 'OauthNG.JWS.';

export const SUBJECT_TYPES = ['APP', 'USER', 'MEMBER', 'VISITOR'] as const;
export type SubjectType = (typeof SUBJECT_TYPES)[number];

const claimsSchema = z.object({
  subjectType: z.enum(SUBJECT_TYPES),
  subjectId: z.string(),
  clientId: z.string(),
  instanceId: z.string(),
  iat: z.number(),
  exp: z.number(),
});

export type Claims = z.infer<typeof claimsSchema>;
/** Whom a request speaks for; the tenant comes from here and from nowhere else. */
export type Caller = Pick<Claims, 'subjectType' | 'subjectId' | 'clientId' | 'instanceId'>;

export interface Tokens {
  issue(caller: Caller): { readonly token: string; readonly expiresInS: number };
  /** `null` for anything this stand-in did not sign, or that has expired. */
  read(token: string): Claims | null;
}

/** Tokens carry their own signed claims, so that they outlive a restart of the stand-in without being stored. */
export function createTokens(secret: string, clock: Pick<SandboxClock, 'nowMs' | 'speed'>): Tokens {
  const sign = (payload: string) => createHmac('sha256', secret).update(payload).digest();
  return {
    issue(caller) {
      const iat = Math.floor(clock.nowMs() / 1000);
      const payload = Buffer.from(JSON.stringify({ ...caller, iat, exp: iat + LIFETIME_S })).toString('base64url');
      // The SDK counts this down in real time while the token ages on the sandbox clock.
      const expiresInS = Math.max(1, Math.floor(LIFETIME_S / clock.speed));
      return { token: `${PREFIX}${payload}.${sign(payload).toString('base64url')}`, expiresInS };
    },
    read(token) {
      if (!token.startsWith(PREFIX)) return null;
      const [payload = '', signature = ''] = token.slice(PREFIX.length).split('.');
      const given = Buffer.from(signature, 'base64url');
      const expected = sign(payload);
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
      const claims = claimsSchema.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
      return claims.exp * 1000 > clock.nowMs() ? claims : null;
    },
  };
}
