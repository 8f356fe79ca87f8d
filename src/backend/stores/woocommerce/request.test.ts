import { describe, expect, it } from 'vitest';
import { CallBudget } from '../../sync/call-budget';
import { captured } from '../../../../test/fixtures/woocommerce/exchange';
import { replay, type Replay } from '../../../../test/fixtures/woocommerce/replay';
import { NOW_MS, replayedStore } from '../../../../test/fixtures/woocommerce/replayed-store';
import { basicAuth } from './auth-basic';
import { createSend, type Send, type WooCall } from './request';

const LIST: WooCall = { method: 'GET', path: 'products/reviews', query: { page: '1' } };
const HTML = '<html><body>Dana dana@example.test</body></html>';

function sendVia(fetch: Replay['fetch'], timeoutMs = 1000, budget = new CallBudget(5)): Send {
  return createSend({ base: 'https://shop.example/store', authorise: basicAuth({ key: 'ck_1', secret: 'cs_1' }), fetch, budget, clock: { nowMs: () => NOW_MS }, timeoutMs });
}

describe('a request', () => {
  it('goes to the store in its sub-path, with keys in the header only, and follows no redirect', async () => {
    const { fetch, sent } = replay(captured('list-and-filters', 4).response);
    await sendVia(fetch)(LIST);
    expect(sent[0]?.url.href).toBe('https://shop.example/store/wp-json/wc/v3/products/reviews?page=1');
    expect(sent[0]?.headers.get('Authorization')).toBe(`Basic ${btoa('ck_1:cs_1')}`);
    expect(sent[0]?.redirect).toBe('manual');
  });

  it('is spent on the budget before it leaves, also when it fails', async () => {
    const { fetch, sent } = replay(new TypeError('fetch failed'));
    const budget = new CallBudget(1);
    const send = sendVia(fetch, 1000, budget);
    await expect(send(LIST)).rejects.toMatchObject({ code: 'STORE_UNREACHABLE' });
    expect(budget.spent).toBe(1);
    await expect(send(LIST)).rejects.toMatchObject({ code: 'BUDGET_SPENT' });
    expect(sent).toHaveLength(1);
  });
});

describe('an answer', () => {
  it.each([
    ['a login page', new Response(HTML, { status: 200 }), 'STORE_NOT_RECOGNISED'],
    ['an empty page', new Response('', { status: 200 }), 'STORE_NOT_RECOGNISED'],
    ['a page that does not exist', new Response(HTML, { status: 404 }), 'STORE_NOT_RECOGNISED'],
    ['a firewall page', new Response(HTML, { status: 403 }), 'STORE_FORBIDDEN'],
    ['a redirect', new Response(null, { status: 301, headers: { Location: 'https://www.shop.example/' } }), 'STORE_URL_INVALID'],
    ['a crashed PHP', new Response(HTML, { status: 500 }), 'STORE_SERVER_ERROR'],
    ['too long a wait at a proxy', new Response(HTML, { status: 504 }), 'STORE_SERVER_ERROR'],
    ['more than any page of reviews', new Response(new Uint8Array(9 * 1024 * 1024)), 'STORE_NOT_RECOGNISED'],
  ])('that is %s becomes an error without its words', async (_, response, code) => {
    await expect(sendVia(replay(response).fetch)(LIST)).rejects.toMatchObject({ code, message: expect.not.stringContaining('Dana') });
  });

  it('that is a redirect says so', async () => {
    const response = new Response(null, { status: 302, headers: { Location: 'https://other.example/' } });
    await expect(sendVia(replay(response).fetch)(LIST)).rejects.toMatchObject({ message: expect.stringContaining('redirect'), details: { field: 'url' } });
  });

  it.each([
    [429, 'STORE_RATE_LIMITED'],
    [503, 'STORE_SERVER_ERROR'],
  ])('with HTTP %d passes on how long the store wants to be left alone', async (status, code) => {
    const response = new Response(HTML, { status, headers: { 'Retry-After': '90' } });
    await expect(sendVia(replay(response).fetch)(LIST)).rejects.toMatchObject({ code, details: { retryAfterMs: 90_000 } });
  });

  it('that WooCommerce itself refuses with keeps its name, so that a verb can tell cases apart', async () => {
    const reply = await sendVia(replay(captured('delete', 2).response).fetch)(LIST);
    expect(reply).toMatchObject({ kind: 'refused', status: 410, name: 'woocommerce_rest_already_trashed' });
  });

  it('of a route that does not exist is not WooCommerce', async () => {
    const response = new Response(JSON.stringify({ code: 'rest_no_route', message: 'No route was found', data: { status: 404 } }), { status: 404 });
    const { store } = replayedStore(response);
    await expect(store.check()).rejects.toMatchObject({ code: 'STORE_NOT_RECOGNISED' });
  });
});

describe('no answer', () => {
  it('in time is a timeout', async () => {
    const never: typeof fetch = (_, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(new Error('aborted')));
      });
    await expect(sendVia(never, 1)(LIST)).rejects.toMatchObject({ code: 'STORE_TIMEOUT' });
  });

  it('names the fault and not the address', async () => {
    const fault = new TypeError('fetch failed', { cause: Object.assign(new Error('getaddrinfo ENOTFOUND shop.example'), { code: 'ENOTFOUND' }) });
    await expect(sendVia(replay(fault).fetch)(LIST)).rejects.toMatchObject({ code: 'STORE_UNREACHABLE', message: 'STORE_UNREACHABLE: got ENOTFOUND' });
  });
});
