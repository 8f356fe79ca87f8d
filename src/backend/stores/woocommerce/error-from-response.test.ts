import { expect, it } from 'vitest';
import { captured, type Exchange } from '../../../../test/fixtures/woocommerce/exchange';
import { errorFromResponse } from './error-from-response';

function errorOf({ response }: Exchange): { code: string; message: string } {
  const { code } = response.body as { code: string };
  return errorFromResponse({ status: response.status, code, retryAfterMs: null });
}

it.each([
  ['no product', captured('validation-errors', 3), 'PRODUCT_GONE'],
  ['no text', captured('validation-errors', 4), 'BODY_MISSING'],
  ['a text too long', captured('validation-errors', 8), 'FIELD_TOO_LONG'],
  ['a name too long', captured('validation-errors', 9), 'FIELD_TOO_LONG'],
  ['no such review', captured('validation-errors', 12), 'STORE_REVIEW_GONE'],
  ['no right to see reviews', captured('validation-errors', 13), 'STORE_AUTH'],
  ['a duplicate', captured('duplicate', 0), 'STORE_REVIEW_DUPLICATE'],
  ['already in the bin', captured('delete', 2), 'STORE_REVIEW_GONE'],
  ['a topic it does not know', captured('webhook-registration', 4), 'STORE_REFUSED'],
])('reads the captured answer to %s', (_, exchange, code) => {
  expect(errorOf(exchange).code).toBe(code);
});

it.each([
  [0, null, 'STORE_URL_INVALID'],
  [301, null, 'STORE_URL_INVALID'],
  [401, null, 'STORE_AUTH'],
  [403, null, 'STORE_BLOCKED'],
  [403, 'rest_forbidden', 'STORE_FORBIDDEN'],
  [406, null, 'STORE_BLOCKED'],
  [526, null, 'STORE_CERTIFICATE'],
  [404, null, 'STORE_NOT_RECOGNISED'],
  [404, 'rest_no_route', 'STORE_NOT_RECOGNISED'],
  [400, 'rest_invalid_param', 'STORE_REFUSED'],
  [408, null, 'STORE_TIMEOUT'],
  [413, null, 'STORE_REFUSED'],
  [429, null, 'STORE_RATE_LIMITED'],
  [503, null, 'STORE_SERVER_ERROR'],
  [500, 'internal_server_error', 'STORE_SERVER_ERROR'],
  [524, null, 'STORE_SERVER_ERROR'],
  [501, 'woocommerce_rest_trash_not_supported', 'CANNOT_DELETE'],
])('reads HTTP %d %s as %s', (status, name, code) => {
  expect(errorFromResponse({ status, code: name, retryAfterMs: null }).code).toBe(code);
});

it('passes on how long to wait, when a throttle or the maintenance mode says so', () => {
  for (const status of [429, 503]) expect(errorFromResponse({ status, code: null, retryAfterMs: 7000 }).details.retryAfterMs).toBe(7000);
  expect(errorFromResponse({ status: 500, code: null, retryAfterMs: 7000 }).details).not.toHaveProperty('retryAfterMs');
});

it("lets no words of the store into the error but its own error's name", () => {
  expect(errorFromResponse({ status: 400, code: 'rest_invalid_param', retryAfterMs: null }).message).toContain('rest_invalid_param');
  expect(errorFromResponse({ status: 400, code: 'Dana <dana@example.test> said no', retryAfterMs: null }).message).not.toContain('Dana');
});
