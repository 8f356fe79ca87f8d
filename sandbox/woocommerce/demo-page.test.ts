import { beforeEach, expect, test } from 'vitest';
import { createDemoStorePages } from './demo-page';
import { openTestStore, MUG, TOTE, type TestStore } from './test-store';

const EVIL = '<img src=x onerror=alert(1)> & "q"';
let life: TestStore;
let pages: ReturnType<typeof createDemoStorePages>;

beforeEach(() => {
  life = openTestStore();
  life.store.seed(
    [TOTE, { ...MUG, name: `Mug ${EVIL}` }],
    [{ productId: 10, reviewer: EVIL, email: 'a@example.test', review: `Nice ${EVIL}`, rating: 4 }],
  );
  pages = createDemoStorePages(life.store, { basePath: '/store' });
});

const read = async (path: string) => (await pages.request(path)).text();
const post = (path: string, fields: Record<string, string>) =>
  pages.request(path, { method: 'POST', body: new URLSearchParams(fields) });
const GUEST = { name: 'Dana', email: 'dana@example.test', rating: '5', text: 'שלום עולם' };

test('nobody’s text becomes markup, neither in the list nor on the product page', async () => {
  for (const path of ['/store/', '/store/?q=<script>', '/store/product/canvas-tote/']) {
    const page = await read(path);
    expect(page).not.toContain('<img');
    expect(page).not.toContain('<script>');
  }
});

test('every address on the pages stays under the base path', async () => {
  const page = (await read('/store/')) + (await read('/store/product/canvas-tote/'));
  const addresses = [...page.matchAll(/(?:href|src|action)="(\/[^"]*)"/g)].map(([, address]) => address);
  expect(addresses.length).toBeGreaterThan(10);
  expect(addresses.filter((address) => !address?.startsWith('/store/'))).toEqual([]);
});

test('the search narrows the list', async () => {
  const page = await read('/store/?q=tote');
  expect(page).toContain('Canvas Tote');
  expect(page).not.toContain('/store/product/mug');
});

test('a guest’s review is published at once, or held when the shop asks for it', async () => {
  const published = await post('/store/product/canvas-tote/review', GUEST);
  expect(published.headers.get('location')).toBe('/store/product/canvas-tote/?notice=published#review-2');
  await post('/store/admin/settings', { hold: 'yes', back: 'canvas-tote' });
  const held = await post('/store/product/canvas-tote/review', { ...GUEST, text: 'Second', rating: '' });
  expect(held.headers.get('location')).toContain('notice=held');
  expect(life.store.db.comments.get(2)).toMatchObject({ status: 'approved', rating: 5, content: 'שלום עולם' });
  expect(life.store.db.comments.get(3)).toMatchObject({ status: 'hold', rating: 0 });
});

test('a refused review keeps what the guest typed and says why', async () => {
  const response = await post('/store/product/canvas-tote/review', { ...GUEST, email: 'nope' });
  expect(response.status).toBe(400);
  const page = await response.text();
  expect(page).toContain('role="alert"');
  expect(page).toContain('שלום עולם');
});

test('the owner’s tools edit, hold, restore and delete', async () => {
  const at = '/store/admin/review/1';
  await post(`${at}/edit`, { text: 'Changed', rating: '2' });
  expect(life.store.db.comments.get(1)).toMatchObject({ content: 'Changed', rating: 2 });
  const changes = { hold: 'hold', trash: 'trash', untrash: 'hold', approved: 'approved', spam: 'spam', unspam: 'approved' };
  for (const [change, status] of Object.entries(changes)) {
    expect((await post(`${at}/status`, { change })).status).toBe(303);
    expect(life.store.db.comments.get(1)?.status).toBe(status);
  }
  await post(`${at}/reply`, { text: 'Thank you' });
  expect(await read('/store/product/canvas-tote/')).toContain('Thank you');
  await post(`${at}/delete`, {});
  expect(life.store.db.comments.get(1)).toBeUndefined();
  expect((await post(`${at}/edit`, { text: 'x' })).status).toBe(404);
});

test('an unknown product is a page with status 404', async () => {
  expect((await pages.request('/store/product/nothing/')).status).toBe(404);
});
