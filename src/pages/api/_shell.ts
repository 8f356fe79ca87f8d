import type { APIRoute } from 'astro';
import type { Handler } from '../../backend/endpoints/endpoint';
import { endpointDeps } from '../../backend/runtime/endpoint-deps';

/** Turns a handler into a route: all that an endpoint file has to do with Astro. */
export function shell(handler: Handler): APIRoute {
  return ({ request, params }) => handler(request, endpointDeps(), params);
}
