import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { isTls, type Caller } from './auth';
import { phpJson } from './php-json';
import type { Params } from './params';
import type { Site } from './site';
import { WpError } from './wp-error';

/** One request to the REST API, read and authenticated. */
export interface RestRequest {
  readonly site: Site;
  readonly caller: Caller;
  /** The site's address with the scheme this request came by; every link in the answer starts with it. */
  readonly origin: string;
  /** Query, body and path together; the body wins over the query. */
  readonly params: Params;
  readonly query: URLSearchParams;
  readonly agent: string;
}

export interface RestAnswer {
  readonly status?: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Methods this address takes, or `null` where the real store leaves the header out. */
  readonly allow?: string | null;
}

export interface EndpointOptions {
  readonly allow: string;
  /** What an unauthenticated caller is told; `null` lets everybody in. */
  readonly denied: readonly [code: string, message: string] | null;
}

export type RestHandler = (request: RestRequest) => RestAnswer | Promise<RestAnswer>;
export type Endpoint = (options: EndpointOptions, handler: RestHandler) => (context: Context) => Promise<Response>;

export const ALLOW_COLLECTION = 'GET, POST';
export const ALLOW_ITEM = 'GET, POST, PUT, PATCH, DELETE';

export function createEndpoint(site: Site, authenticate: (request: Request) => Caller): Endpoint {
  return ({ allow, denied }, handler) =>
    async (context) => {
      const request = context.req.raw;
      const origin = isTls(request) ? site.publicUrl.replace(/^http:/, 'https:') : site.publicUrl;
      const base = headersOf(origin);
      try {
        const caller = authenticate(request);
        if (caller.kind === 'nobody' && denied !== null) throw new WpError(denied[0], denied[1], 401);
        Object.assign(base, PRIVATE);
        const params = await readRequest(context);
        const query = new URL(request.url).searchParams;
        const agent = request.headers.get('user-agent') ?? '';
        const answer = await handler({ site, caller, origin, params, query, agent });
        const allowed = answer.allow === null ? {} : { allow: answer.allow ?? allow };
        return send(context, answer.status ?? 200, answer.body, { ...base, ...allowed, ...answer.headers });
      } catch (error) {
        if (!(error instanceof WpError)) throw error;
        return send(context, error.status, error.toBody(), { ...base, ...errorHeaders(error, context, allow) });
      }
    };
}

function errorHeaders(error: WpError, context: Context, allow: string): Record<string, string> {
  if (error.status === 401) return { vary: 'Origin' };
  // WordPress asks the permissions again for this header, and nobody may touch an item that is not there.
  return error.status === 404 && context.req.param('id') !== undefined ? {} : { allow };
}

async function readRequest(context: Context): Promise<Params> {
  const path = context.req.param('id') === undefined ? {} : { id: Number(context.req.param('id')) };
  return { ...context.req.query(), ...(await readBody(context)), ...path };
}

async function readBody(context: Context): Promise<Params> {
  const type = context.req.header('content-type') ?? '';
  const body = ['GET', 'HEAD'].includes(context.req.method) ? '' : await context.req.text();
  if (body === '') return {};
  if (type.includes('application/x-www-form-urlencoded')) return Object.fromEntries(new URLSearchParams(body));
  if (!type.includes('json')) return {};
  try {
    const json: unknown = JSON.parse(body);
    return typeof json === 'object' && json !== null ? { ...json } : {};
  } catch {
    const extra = { json_error_code: 4, json_error_message: 'Syntax error' };
    throw new WpError('rest_invalid_json', 'Invalid JSON body passed.', 400, extra);
  }
}

const PRIVATE = {
  'cache-control': 'no-cache, must-revalidate, max-age=0, no-store, private',
  expires: 'Wed, 11 Jan 1984 05:00:00 GMT',
};

function headersOf(origin: string): Record<string, string> {
  return {
    'access-control-allow-headers': 'Authorization, X-WP-Nonce, Content-Disposition, Content-MD5, Content-Type',
    'access-control-expose-headers': 'X-WP-Total, X-WP-TotalPages, Link',
    'content-type': 'application/json; charset=UTF-8',
    link: `<${origin}/wp-json/>; rel="https://api.w.org/"`,
    'x-content-type-options': 'nosniff',
    'x-robots-tag': 'noindex',
  };
}

function send(context: Context, status: number, body: unknown, headers: Record<string, string>): Response {
  // The status comes from this program's own tables, never from outside.
  return context.body(phpJson(body), status as ContentfulStatusCode, headers);
}
