import { brandId, type InstanceId } from '../../../core/ids';
import { CallBudget } from '../../sync/call-budget';
import type { RowsAccess } from '../rows-access';
import { publishSecrets } from '../secrets';
import { createSiteClient } from '../wix-client';

export const SITE = brandId<InstanceId>('11111111-1111-4111-8111-111111111111');

const ENVIRONMENT: Readonly<Record<string, string>> = {
  WIX_CLIENT_ID: 'app-id',
  WIX_CLIENT_SECRET: 'app-secret',
  RELAY_APP_KEY: btoa('0123456789abcdef0123456789abcdef'),
};

export interface SentRequest {
  readonly method: string;
  readonly path: string;
  /** The JSON body, or what a GET carries in `.r`. */
  readonly body: unknown;
}

/** Answers in the network's place, so that the real SDK client is tested too. Answers are used up in order. */
export class FakeWix {
  readonly sent: SentRequest[] = [];
  tokens = 0;
  readonly #answers: { readonly status: number; readonly body: unknown }[] = [];

  answer(body: unknown, status = 200): this {
    this.#answers.push({ status, body });
    return this;
  }

  refuse(status: number, code: string, data?: unknown, description = 'no'): this {
    return this.answer({ message: 'no', details: { applicationError: { code, description, data } } }, status);
  }

  /** A client and a budget that speak to this stand-in; `fetch` has to be put in place by the test. */
  access(limit = 18): RowsAccess {
    publishSecrets((name) => ENVIRONMENT[name]);
    return { client: createSiteClient(SITE), budget: new CallBudget(limit), instanceId: SITE };
  }

  readonly fetch = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.pathname === '/oauth2/token') {
      this.tokens += 1;
      return Response.json({ access_token: 'token', expires_in: 3600 });
    }
    this.sent.push({ method: init?.method ?? 'GET', path: url.pathname, body: bodyOf(url, init) });
    const next = this.#answers.shift();
    if (next === undefined) throw new TypeError(`Expected no request, got ${url.pathname}`);
    return Response.json(next.body, { status: next.status });
  };
}

function bodyOf(url: URL, init: RequestInit | undefined): unknown {
  const packed = url.searchParams.get('.r');
  if (packed !== null) return JSON.parse(Buffer.from(packed, 'base64url').toString());
  return typeof init?.body === 'string' ? JSON.parse(init.body) : null;
}

/** A review as Wix sends it. */
export function wireReview(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    id: 'review-1', namespace: 'stores', entityId: 'product-1', revision: '3',
    author: { contactId: 'contact-1', authorName: ' Ann  Lee ' },
    content: { title: 'Fish &amp; chips', body: '<p>Good</p>', rating: 4, media: [] },
    moderation: { moderationStatus: 'APPROVED' }, origin: { type: 'APP' },
    createdDate: '2026-02-01T10:00:00Z', reviewDate: '2025-12-24T08:00:00Z',
    ...changes,
  };
}
