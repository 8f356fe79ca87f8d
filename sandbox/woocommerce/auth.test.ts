import { expect, test } from 'vitest';
import { signOAuth1 } from './oauth1';
import { BASIC, KEY, openTestStore, OWNER_BASIC, TOTE } from './test-store';

const PATH = '/wp-json/wc/v3/products/reviews';

function open() {
  const life = openTestStore();
  life.store.seed([TOTE], []);
  const ask = async (url: string, headers: Record<string, string> = {}, method = 'GET') => {
    const response = await life.store.fetch(new Request(url, { method, headers }));
    return { status: response.status, body: (await response.json()) as { code?: string; message?: string } };
  };
  return { ...life, ask };
}

function signedUrl(nowMs: number, over: Record<string, string> = {}, secret = KEY.secret): string {
  const url = new URL(`http://127.0.0.1:8099${PATH}?search=a+b%26c&per_page=1`);
  const oauth = { oauth_consumer_key: KEY.key, oauth_nonce: 'n1', oauth_signature_method: 'HMAC-SHA256', oauth_timestamp: String(nowMs / 1000), ...over };
  for (const [name, value] of Object.entries(oauth)) url.searchParams.set(name, value);
  url.searchParams.set('oauth_signature', signOAuth1('GET', `${url.origin}${url.pathname}`, url.searchParams, secret));
  return url.href;
}

test('over TLS a key works in the header and in the query', async () => {
  const { ask } = open();
  expect((await ask(`https://127.0.0.1:8099${PATH}`, { authorization: BASIC })).status).toBe(200);
  expect((await ask(`http://127.0.0.1:8099${PATH}`, { authorization: BASIC, 'x-forwarded-proto': 'https' })).status).toBe(200);
  expect((await ask(`https://127.0.0.1:8099${PATH}?consumer_key=${KEY.key}&consumer_secret=${KEY.secret}`)).status).toBe(200);
});

test('over plain http Basic is ignored, and so is an unknown key', async () => {
  const { ask } = open();
  const nobody = { status: 401, body: { code: 'woocommerce_rest_cannot_view' } };
  expect(await ask(`http://127.0.0.1:8099${PATH}`, { authorization: BASIC })).toMatchObject(nobody);
  expect(await ask(`https://127.0.0.1:8099${PATH}`, { authorization: `Basic ${btoa('ck_x:cs_x')}` })).toMatchObject(nobody);
});

test('a wrong secret is refused by name', async () => {
  const { ask } = open();
  const answer = await ask(`https://127.0.0.1:8099${PATH}`, { authorization: `Basic ${btoa(`${KEY.key}:cs_x`)}` });
  expect(answer).toMatchObject({ status: 401, body: { code: 'woocommerce_rest_authentication_error', message: 'Consumer secret is invalid.' } });
});

test('over plain http a signed request works once', async () => {
  const { ask, clock } = open();
  const url = signedUrl(clock.nowMs());
  expect((await ask(url)).status).toBe(200);
  expect((await ask(url)).body.message).toBe('Invalid nonce - nonce has already been used.');
});

test('a signature over other parameters, another secret, an old timestamp and a weaker method are refused', async () => {
  const { ask, clock } = open();
  const message = async (url: string) => (await ask(url)).body.message;
  const mismatch = 'Invalid signature - provided signature does not match.';
  expect(await message(signedUrl(clock.nowMs()).replace('per_page=1', 'per_page=2'))).toBe(mismatch);
  expect(await message(signedUrl(clock.nowMs(), {}, 'cs_other'))).toBe(mismatch);
  expect(await message(signedUrl(clock.nowMs() - 16 * 60_000))).toBe('Invalid timestamp.');
  expect(await message(signedUrl(clock.nowMs(), { oauth_signature_method: 'HMAC-SHA1' }))).toBe('Invalid signature - signature method is invalid.');
  expect(await message(signedUrl(clock.nowMs(), { oauth_consumer_key: 'ck_x' }))).toBe('Consumer key is invalid.');
});

test('a read key cannot write', async () => {
  const { store } = openTestStore({ keys: [{ ...KEY, permissions: 'read' }] });
  const request = new Request(`https://127.0.0.1:8099${PATH}`, { method: 'POST', headers: { authorization: BASIC } });
  expect((await store.fetch(request)).status).toBe(401);
});

test('an application password opens wp/v2 and wc/v3, a WooCommerce key only wc/v3', async () => {
  const { ask } = open();
  const comments = 'https://127.0.0.1:8099/wp-json/wp/v2/comments?context=edit';
  expect((await ask(comments, { authorization: OWNER_BASIC })).status).toBe(200);
  expect((await ask(`https://127.0.0.1:8099${PATH}`, { authorization: OWNER_BASIC })).status).toBe(200);
  expect((await ask(comments, { authorization: BASIC })).body.code).toBe('invalid_username');
  expect((await ask(comments)).status).toBe(401);
});
