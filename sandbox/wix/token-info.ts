import { z } from 'zod';
import type { JsonObject } from './json';
import { parseInput } from './validate';
import type { World } from './world';

const requestSchema = z.object({ token: z.string() });

/** `POST /oauth2/token-info`: anybody may ask about a token they hold. */
export function tokenInfo(world: World, input: unknown): JsonObject {
  const claims = world.tokens.read(parseInput(requestSchema, input).token);
  if (claims === null) return { active: false };
  const { subjectType, subjectId, clientId, instanceId, exp, iat } = claims;
  const site = instanceId === '' ? undefined : world.sites.get(instanceId);
  const tenant = site === undefined ? {} : { instanceId, siteId: site.siteId };
  return { active: true, subjectType, subjectId, clientId, ...tenant, exp: String(exp), iat: String(iat) };
}
