import { beforeAll, describe, expect, test } from 'vitest';
import { readExchanges, type Exchange } from './samples';
import { BASIC, MUG, openTestStore, OWNER_BASIC, TOTE, type TestStore } from './test-store';

/** Headers that are the store's own doing; the others belong to its web server. */
const COMPARED = 'allow link location x-wp-total x-wp-totalpages content-type cache-control expires vary x-robots-tag'.split(' ');

/** Sends a captured request to the stand-in and expects the captured answer, value for value. */
async function replay({ store, clock }: TestStore, exchange: Exchange): Promise<void> {
  const { request, response } = exchange;
  clock.set(momentOf(exchange));
  const answer = await store.fetch(
    new Request(request.url, {
      method: request.method,
      headers: { ...request.headers, 'user-agent': 'node', ...authorization(exchange) },
      ...(request.body === null ? {} : { body: bodyOf(request.body) }),
    }),
  );
  const text = await answer.text();
  expect(answer.status).toBe(response.status);
  expect(text === '' ? '' : JSON.parse(text)).toEqual(response.body);
  for (const name of COMPARED) {
    expect(`${name}: ${answer.headers.get(name) ?? ''}`).toBe(`${name}: ${response.headers[name] ?? ''}`);
  }
}

function momentOf({ request, response }: Exchange): number {
  const answered = Date.parse(response.headers['date'] ?? '');
  if (response.status !== 201 || JSON.stringify(request.body).includes('date_created')) return answered;
  // The web server dates its answer when it leaves, which may be a second after the row was made.
  const [, made] = /"date_(?:created_)?gmt":"([^"]+)"/.exec(JSON.stringify(response.body)) ?? [];
  return made === undefined ? answered : Date.parse(`${made}Z`);
}

function authorization({ request, response }: Exchange): Record<string, string> {
  const captured = request.headers['Authorization'];
  if (captured === undefined) return {};
  const asOwner = captured.includes('application password') && !JSON.stringify(response.body).includes('invalid_username');
  return { Authorization: asOwner ? OWNER_BASIC : BASIC };
}

function bodyOf(body: unknown): string {
  if (typeof body === 'string') return body;
  return JSON.stringify(body).replace('<70000 characters>', 'x'.repeat(70_000));
}

/** The samples were captured from one store in this order, so the stand-in goes through the same life with the same ids. */
const LIFE: readonly (readonly [sample: string, from: number, to: number])[] = [
  ['create', 0, 1],
  ['aggregate-stale-after-create', 0, 99],
  ['duplicate', 0, 99],
  ['create', 1, 99],
  ['validation-errors', 0, 99],
  ['retry-duplicate-detection', 0, 99],
  ['update', 0, 99],
  ['delete', 0, 99],
  ['list-and-filters', 0, 99],
  ['batch', 0, 99],
  ['auth-oauth1-over-http-and-options', 0, 99],
  ['webhook-registration', 0, 99],
  ['update-quotes-bug', 0, 99],
  ['wp-core-comments-replies', 0, 99],
];

describe('the stand-in answers as the captured store did', () => {
  let life: TestStore;
  beforeAll(() => {
    life = openTestStore();
    life.store.db.reserveId('comment', 1);
    life.store.seed([TOTE, MUG], []);
  });

  for (const [sample, from, to] of LIFE) {
    readExchanges(sample).slice(from, to).forEach((exchange, index) => {
      const { method, url } = exchange.request;
      test(`${sample} ${from + index}: ${method} ${url.slice(url.indexOf('/wp-json') + 8, 120)}`, async () => {
        // Between these samples the real store wrote comments 20 to 24 by other means.
        if (sample === 'wp-core-comments-replies') life.store.db.reserveId('comment', 24);
        await replay(life, exchange);
      });
    });
  }
});

test('a webhook disabled by failures is read, revived and deleted as captured', async () => {
  let status = 500;
  const life = openTestStore({ answer: () => status });
  life.store.db.reserveId('webhook', 5);
  life.store.seed([TOTE], []);
  const [create, ...rest] = readExchanges('webhook-disabled-read-and-reactivate');
  if (create === undefined) throw new Error('Expected the sample to hold exchanges, got none');
  await replay(life, create);
  for (let failure = 1; failure <= 7; failure += 1) {
    await life.call('PUT', '/products/10', { description: String(failure) });
    await life.store.flushWebhooks();
  }
  status = 200;
  for (const exchange of rest) await replay(life, exchange);
});

test('dates without an offset are the site’s own time, as captured in Asia/Jerusalem', async () => {
  const life = openTestStore({ utcOffsetMinutes: 120 });
  life.store.db.reserveId('comment', 31);
  life.store.seed([TOTE, MUG], []);
  for (const exchange of readExchanges('timezone-after-filter')) await replay(life, exchange);
});
