import { setTimeout as sleep } from 'node:timers/promises';
import type { MiddlewareHandler } from 'hono';

/** Ways in which a real store fails; change the fields at any time. */
export interface Faults {
  /** Nothing answers: `fetch` of the stand-in rejects, and over HTTP a bare 503 comes. */
  down: boolean;
  /** A firewall's or a maintenance page instead of JSON, with status 503. */
  html: boolean;
  /** 429 with `Retry-After: 7`. */
  rateLimited: boolean;
  /** Waits so many real milliseconds before each answer. */
  slowMs: number;
  /** Does the work and loses the answer: the caller gets a gateway's 504. */
  loseAnswers: boolean;
  /** A security plug-in switched application passwords off. */
  appPasswordsOff: boolean;
  /** Everybody's application password was revoked, and this one made in its place. */
  newAppPassword: string | null;
}

export function noFaults(): Faults {
  return { down: false, html: false, rateLimited: false, slowMs: 0, loseAnswers: false, appPasswordsOff: false, newAppPassword: null };
}

const PAGE = '<!DOCTYPE html><html><head><title>Just a moment...</title></head><body><h1>Checking your browser</h1></body></html>';

export function faultMiddleware(faults: Faults): MiddlewareHandler {
  return async (context, next) => {
    if (faults.slowMs > 0) await sleep(faults.slowMs);
    if (faults.down) return context.body(null, 503);
    if (faults.html) return context.html(PAGE, 503);
    if (faults.rateLimited) {
      const body = { code: 'too_many_requests', message: 'Too many requests', data: { status: 429 } };
      return context.json(body, 429, { 'retry-after': '7' });
    }
    await next();
    if (faults.loseAnswers) {
      // Hono merges the headers of an earlier answer into the next one unless it is taken away first.
      context.res = undefined;
      context.res = new Response('<html><body><h1>504 Gateway Time-out</h1></body></html>', {
        status: 504,
        headers: { 'content-type': 'text/html' },
      });
    }
    return undefined;
  };
}
