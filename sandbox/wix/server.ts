import { mayReach } from './may-reach';
import { Hono, type Context } from 'hono';
import { ApiError, invalidFields } from './api-error';
import type { JsonObject } from './json';
import { issueToken } from './oauth';
import { createQuota } from './quota';
import { readInput } from './read-request';
import { summarise, type Access, type RequestLog } from './request-log';
import { requireSubject, type Call, type Route } from './route';
import { tokenInfo } from './token-info';
import type { Claims } from './tokens';
import { violations } from './validate';
import type { World } from './world';

/** An answer that the official schema does not allow: a fault of the stand-in, never of the app. */
export interface WrongAnswer {
  readonly route: string;
  readonly problems: readonly string[];
}

interface Trace {
  input: unknown;
  claims: Claims | null;
  violations: readonly string[];
}

type Respond = (context: Context, trace: Trace) => JsonObject | Promise<JsonObject>;

const SINKS = ['/otel-collector/*', '/wixcode/v1/telemetry/*', '/_api/bi/*', '/'];

export function createServer(world: World, routes: readonly Route[], log: RequestLog, wrongAnswers: WrongAnswer[]): Hono {
  const app = new Hono();
  const quota = createQuota(() => world.clock.nowMs());
  const on = (method: string, path: string, access: Access, respond: Respond) =>
    app.on(method, path, (context) => serve(world, log, context, `${method} ${path}`, access, respond));

  app.options('*', (context) => context.body(null, 204, corsHeaders(context)));
  on('POST', '/oauth2/token', 'read', (_, { input }) => issueToken(world, input));
  on('POST', '/oauth2/token-info', 'read', (_, { input }) => tokenInfo(world, input));
  for (const path of SINKS) app.all(path, (context) => context.json({}, 200, corsHeaders(context)));
  for (const route of routes) {
    on(route.method, route.path, route.access, (context, trace) => {
      const call = authorise(world, context, trace);
      if (world.switches.get().quota === 'enforced' && call.caller.subjectType === 'APP') quota.spend(call.site.id);
      requireSubject(call, route.subjects);
      return perform(route, call, trace, wrongAnswers);
    });
  }
  app.all('*', (context) => serve(world, log, context, 'unknown', 'read', () => Promise.reject(new ApiError(404, `${context.req.method} ${context.req.path} is not part of this stand-in`))));
  return app;
}

/** The token decides for whom and on which site; nothing else in the request does. */
function authorise(world: World, context: Context, trace: Trace): Call {
  const claims = world.tokens.read(context.req.header('authorization') ?? '');
  trace.claims = claims;
  const site = claims === null ? undefined : world.sites.get(claims.instanceId);
  if (claims === null || site === undefined || !mayReach(world, site.id)) throw new ApiError(401, 'Unauthorized');
  const { subjectType, subjectId, clientId, instanceId } = claims;
  return { caller: { subjectType, subjectId, clientId, instanceId }, site, data: world.dataOf(instanceId), params: context.req.param(), input: trace.input };
}

function perform(route: Route, call: Call, trace: Trace, wrongAnswers: WrongAnswer[]): JsonObject {
  if (route.request !== undefined) {
    const found = violations(route.request.schema, route.request.toSdkShape(call.input, call.params));
    trace.violations = found.map(({ field, description }) => `${field}: ${description}`);
    if (found.length > 0) throw invalidFields(found);
  }
  const answer = route.handle(call);
  if (route.answer !== undefined) {
    const found = violations(route.answer.schema, route.answer.toSdkShape(answer, call.params));
    if (found.length > 0) wrongAnswers.push({ route: `${route.method} ${route.path}`, problems: found.map(({ field, description }) => `${field}: ${description}`) });
  }
  return answer;
}

async function serve(world: World, log: RequestLog, context: Context, route: string, access: Access, respond: Respond): Promise<Response> {
  const trace: Trace = { input: undefined, claims: null, violations: [] };
  const { status, body } = await answerOf(context, trace, respond);
  const url = new URL(context.req.url);
  log.add(
    {
      atMs: world.clock.nowMs(),
      host: context.req.header('x-original-host') ?? url.host,
      method: context.req.method,
      path: url.pathname,
      instanceId: trace.claims?.instanceId ?? null,
      subjectType: trace.claims?.subjectType ?? null,
      access,
      status,
      summary: summarise(trace.input),
      violations: trace.violations,
    },
    route,
  );
  return context.json(body, status, { ...corsHeaders(context), 'x-wix-request-id': world.newId() });
}

async function answerOf(context: Context, trace: Trace, respond: Respond): Promise<{ readonly status: 200 | ApiError['status']; readonly body: object }> {
  try {
    trace.input = await readInput(context.req.raw);
    return { status: 200, body: await respond(context, trace) };
  } catch (error) {
    if (error instanceof ApiError) return { status: error.status, body: error.body };
    // By design the platform says nothing about its own faults.
    console.error('The Wix stand-in failed', error);
    return { status: 500, body: {} };
  }
}

/** Widgets and dashboard pages call from other origins. */
function corsHeaders(context: Context): Record<string, string> {
  return {
    'access-control-allow-origin': context.req.header('origin') ?? '*',
    'access-control-allow-headers': context.req.header('access-control-request-headers') ?? '*',
    'access-control-allow-methods': 'GET,POST,PATCH,DELETE,OPTIONS',
    'access-control-allow-credentials': 'true',
  };
}
