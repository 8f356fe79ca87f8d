import { expect, test } from 'vitest';
import { BASIC, MUG, openTestStore, TOTE } from './test-store';

const REVIEW = { product_id: 10, review: 'Fine', reviewer: 'H', reviewer_email: 'h@example.test', rating: 5 };

function open() {
  const life = openTestStore();
  life.store.seed([TOTE, MUG], []);
  return life;
}

test('products are listed, read, created, changed and deleted with their reviews', async () => {
  const { store, call } = open();
  const list = await call('GET', '/products?per_page=1&orderby=id&order=asc&_fields=id,name,slug,sku');
  expect(list.body).toEqual([{ id: 10, name: 'Canvas Tote', slug: 'canvas-tote', sku: 'TOTE-1' }]);
  expect(list.headers.get('x-wp-totalpages')).toBe('2');
  const made = await call('POST', '/products', { name: 'Canvas Tote', regular_price: '3' });
  expect(made).toMatchObject({ status: 201, body: { id: 12, slug: 'canvas-tote-2', average_rating: '0.00' } });
  await call('POST', '/products/reviews', { ...REVIEW, product_id: 12 });
  expect((await call('PUT', '/products/12', { name: 'Renamed' })).body).toMatchObject({ name: 'Renamed' });
  expect((await call('DELETE', '/products/12?force=true')).status).toBe(200);
  expect((await call('GET', '/products/12')).status).toBe(404);
  expect(store.db.comments.size).toBe(0);
});

test('a batch checks nothing but what the database needs, and answers for each item', async () => {
  const { call } = open();
  const { body } = await call('POST', '/products/reviews/batch', {
    create: [{ ...REVIEW, rating: 4.5 }, { product_id: 10 }, { ...REVIEW, product_id: 99 }, { ...REVIEW, id: 1 }],
  });
  const codes = (body as { create: { id: number; rating?: number; error?: { code: string } }[] }).create.map(
    ({ id, rating, error }) => error?.code ?? [id, rating],
  );
  expect(codes).toEqual([[1, 4], 'woocommerce_rest_review_content_invalid', 'woocommerce_rest_product_invalid_id', 'woocommerce_rest_review_exists']);
});

test('text that the store rewrites is not recognised when it is sent again; plain text is', async () => {
  const { call } = open();
  const twice = async (over: object) => {
    await call('POST', '/products/reviews', { ...REVIEW, ...over });
    return (await call('POST', '/products/reviews', { ...REVIEW, ...over })).status;
  };
  expect(await twice({ review: 'Plain “text” it\'s "fine"' })).toBe(409);
  expect(await twice({ review: 'Trailing ' })).toBe(201);
  expect(await twice({ review: 'Back\\slash' })).toBe(201);
  expect(await twice({ review: '<a href="https://x.test">x</a>' })).toBe(201);
  expect(await twice({ reviewer: 'A <b>B</b>' })).toBe(201);
});

test('a store that is down rejects, a firewall answers HTML, a limit answers 429', async () => {
  const { store } = open();
  const ask = () => store.fetch(new Request('https://127.0.0.1:8099/wp-json/wc/v3', { headers: { authorization: BASIC } }));
  store.faults.down = true;
  await expect(ask()).rejects.toThrow('fetch failed');
  store.faults.down = false;
  store.faults.html = true;
  expect((await ask()).headers.get('content-type')).toContain('text/html');
  store.faults.html = false;
  store.faults.rateLimited = true;
  expect((await ask()).headers.get('retry-after')).toBe('7');
});

test('a lost answer leaves the review written', async () => {
  const { store, call } = open();
  store.faults.loseAnswers = true;
  await call('POST', '/products/reviews', REVIEW).catch(() => undefined);
  store.faults.loseAnswers = false;
  expect((await call('POST', '/products/reviews', REVIEW)).status).toBe(409);
});

test('the request log shows no keys', async () => {
  const paths: string[] = [];
  const { store } = openTestStore({ onRequest: ({ path, status }) => paths.push(`${status} ${path}`) });
  await store.fetch(new Request('https://127.0.0.1:8099/wp-json/wc/v3/products/reviews?page=1&consumer_key=ck_x&consumer_secret=cs_x'));
  expect(paths).toEqual(['401 /wp-json/wc/v3/products/reviews?page=1']);
});

test('an unknown address has no route, and the version is told to who may ask', async () => {
  const { call } = open();
  expect((await call('GET', '/nothing')).body).toMatchObject({ code: 'rest_no_route' });
  expect((await call('GET', '/system_status')).body).toMatchObject({ environment: { version: '10.5.0' } });
});
