import { isSyncError, SyncError } from '../../core/sync-error';
import type { ApiError } from './api-types';
import { explain } from './explain';
import { HTTP_STATUS } from './http-status';

/** Runs a handler's work and turns whatever comes of it into JSON: no path leaves an endpoint without an answer. */
export async function respond(work: () => Promise<unknown>): Promise<Response> {
  try {
    const result = await work();
    return result instanceof Response ? result : json(result, 200);
  } catch (error) {
    return failure(error);
  }
}

export function failure(error: unknown, status?: number): Response {
  const known = isSyncError(error) ? error : unexpected(error);
  const { retryAfterMs } = known.details;
  const headers: Record<string, string> = retryAfterMs === undefined ? {} : { 'retry-after': String(Math.ceil(retryAfterMs / 1000)) };
  return json({ error: describe(known) }, status ?? HTTP_STATUS[known.code], headers);
}

export function methodNotAllowed(got: string, allowed: string): Response {
  const error = describe(new SyncError('INPUT_INVALID', { field: 'method', got: got.slice(0, 10), expected: allowed }));
  return json({ error }, 405, { allow: allowed });
}

function json(body: unknown, status: number, headers: Readonly<Record<string, string>> = {}): Response {
  // Answers are about one merchant at one moment.
  return Response.json(body, { status, headers: { 'cache-control': 'no-store', ...headers } });
}

function describe({ code, details: { field, got, expected } }: SyncError): ApiError {
  return {
    ...explain(code),
    ...(field === undefined ? {} : { field }),
    ...(got === undefined ? {} : { got }),
    ...(expected === undefined ? {} : { expected }),
  };
}

/** Keeps the place but not the message: a foreign error may quote what it choked on. */
function unexpected(error: unknown): SyncError {
  const frames = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at ')) : [];
  console.error('UNEXPECTED', error instanceof Error ? error.name : typeof error, frames.slice(0, 8).join('\n'));
  return new SyncError('UNEXPECTED');
}
