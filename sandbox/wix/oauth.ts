import { mayReach } from './may-reach';
import { z } from 'zod';
import { ApiError, invalidField } from './api-error';
import type { JsonObject } from './json';
import type { Caller } from './tokens';
import { parseInput } from './validate';
import type { World } from './world';

const tokenSchema = z.union([
  z.object({ grant_type: z.literal('client_credentials'), client_id: z.string(), client_secret: z.string(), instance_id: z.string() }),
  z.object({ grant_type: z.literal('strip_bound_session'), client_secret: z.string(), access_token: z.string() }),
  z.object({ grantType: z.literal('anonymous'), clientId: z.string() }),
]);

/** `POST /oauth2/token`, the one call that carries no token. */
export function issueToken(world: World, input: unknown): JsonObject {
  const request = parseInput(tokenSchema, input);
  if ('grantType' in request) return anonymous(world, request.clientId);
  if (request.client_secret !== world.app.secret) throw new ApiError(401, 'Invalid client secret');
  if (request.grant_type === 'strip_bound_session') {
    const claims = world.tokens.read(request.access_token);
    if (claims === null) throw new ApiError(401, 'Invalid access token');
    const { subjectType, subjectId, clientId, instanceId } = claims;
    return answer(world, { subjectType, subjectId, clientId, instanceId });
  }
  if (request.client_id !== world.app.id) throw new ApiError(401, `Unknown client id ${request.client_id}`);
  if (!mayReach(world, request.instance_id)) throw invalidField('instance_id', 'is not an installation of this app');
  return answer(world, { subjectType: 'APP', subjectId: world.app.id, clientId: world.app.id, instanceId: request.instance_id });
}

/** An app has many sites, so that a visitor token of its client id belongs to none in particular. */
function anonymous(world: World, clientId: string): JsonObject {
  if (world.switches.get().anonymousTokens === 'refused' || clientId !== world.app.id) throw new ApiError(403, 'The anonymous grant is not available to this client');
  return { ...answer(world, { subjectType: 'VISITOR', subjectId: world.newId(), clientId, instanceId: '' }), refresh_token: `visitor-${world.newId()}` };
}

function answer(world: World, caller: Caller): JsonObject {
  const { token, expiresInS } = world.tokens.issue(caller);
  return { access_token: token, token_type: 'Bearer', expires_in: expiresInS };
}
