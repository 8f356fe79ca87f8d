import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { launchBrowser, type TestBrowser } from '../support/browser';
import { startSandbox, type RunningSandbox } from '../support/start-sandbox';
import { until } from '../support/until';

const MANY = 5_000;
const BATCH = 1_000;
/** The last hundred have no counterpart on Wix, the hundred before them one of the same name only. */
const [UNMATCHED, BY_NAME] = [100, 100];
const SEEN = { timeout: 60_000 };
/** Generous, since the machine may run other tests; what was measured is printed. */
const SOON_MS = 10_000;

const connectShape = z.object({ match: z.object({ next: z.string().nullable() }).nullable() });
const matchShape = z.object({ next: z.string().nullable() });
const statusShape = z.object({ products: z.object({ matched: z.number(), suggested: z.number(), open: z.number(), left: z.number() }) });

let sandbox: RunningSandbox;
let browser: TestBrowser;
let token: string;

beforeAll(async () => {
  [sandbox, browser] = await Promise.all([startSandbox({ empty: true, switches: { quota: 'off' } }), launchBrowser()]);
  token = await sandbox.token('USER');
  for (let from = 0; from < MANY; from += BATCH) {
    const numbers = Array.from({ length: BATCH }, (_, at) => from + at + 1);
    await sandbox.wix.call('stock', numbers.filter((n) => n <= MANY - UNMATCHED).map((n) => ({ id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`, name: nameOf(n), slug: `wix-${String(n)}`, sku: isByName(n) ? `OTHER-${String(n)}` : `SKU-${String(n)}` })));
    await sandbox.store.call('stock', numbers.map((n) => ({ id: n + 100, name: nameOf(n), slug: `store-${String(n)}`, sku: `SKU-${String(n)}`, price: '10.00' })));
  }
});

afterAll(async () => {
  await browser.close();
  await sandbox.stop();
});

const nameOf = (n: number): string => `Piece ${String(n).padStart(4, '0')} of the collection`;
const isByName = (n: number): boolean => n > MANY - UNMATCHED - BY_NAME;
const app = (page: Page): FrameLocator => page.frameLocator('#stage iframe');

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedMs = performance.now();
  await work();
  return Math.round(performance.now() - startedMs);
}

/** Calls of the app since the log was cleared: how many one page of the list took, and how often a catalog was read. */
async function calls(): Promise<{ readonly most: number; readonly catalog: number }> {
  const pages = (await sandbox.invocations()).filter(({ path }) => path.startsWith('/api/setup/products'));
  const catalog = (await sandbox.calls()).filter(({ url }) => /stores(?:-reader)?\/v\d\/products|wc\/v3\/products(?:\?|$)/u.test(url));
  expect(pages.length).toBeGreaterThan(0);
  return { most: Math.max(...pages.map((page) => page.calls)), catalog: catalog.length };
}

it('five thousand products in both shops are matched, and their list is as quick as a short one', async () => {
  const matchMs = await timed(async () => {
    const keys = { url: 'https://demo-store.example', key: 'ck_demo_store_review_relay', secret: 'cs_demo_store_review_relay' };
    let next = connectShape.parse(await (await sandbox.endpoint('sync/connect', token, keys)).json()).match?.next ?? null;
    while (next !== null) next = matchShape.parse(await (await sandbox.endpoint('sync/match', token, { cursor: next })).json()).next;
  });
  const status = await until(async () => statusShape.parse(await (await sandbox.endpoint('setup/status', token)).json()), ({ products }) => products.matched > 0);
  expect(status.products).toEqual({ matched: MANY - UNMATCHED - BY_NAME, suggested: BY_NAME, open: UNMATCHED, left: 0 });
  const matchInvocations = (await sandbox.invocations()).filter(({ path }) => path.startsWith('/api/sync/match')).length;

  await sandbox.clearLog();
  const { page, complaints, shoot } = await browser.open(`${sandbox.url}/`);
  const firstMs = await timed(async () => {
    await page.goto(`${sandbox.url}/dashboard/setup?step=products&view=matched`);
    await app(page).getByRole('list', { name: 'Matched' }).getByRole('listitem').nth(24).waitFor(SEEN);
  });
  const rows = app(page).getByRole('list', { name: 'Matched' }).getByRole('listitem');
  expect(await rows.count()).toBe(25);
  const moreMs = await timed(async () => {
    await app(page).getByRole('button', { name: 'Load more' }).click();
    await rows.nth(49).waitFor(SEEN);
  });
  const filterMs = await timed(async () => {
    await app(page).getByLabel('Find a store product').fill('4321');
    await rows.getByText(nameOf(4321)).first().waitFor(SEEN);
    await rows.nth(1).waitFor({ state: 'detached', ...SEEN });
  });
  await shoot('setup-products-5000');
  const tabMs = await timed(async () => {
    await app(page).getByRole('button', { name: /^To confirm/u }).click();
    await app(page).getByRole('list', { name: 'To confirm' }).getByRole('listitem').nth(24).waitFor(SEEN);
  });
  const cost = await calls();
  console.info(`5,000 products a side: matched in ${String(matchMs)} ms and ${String(matchInvocations)} further requests; first rows ${String(firstMs)} ms with the page itself, next page ${String(moreMs)} ms, search ${String(filterMs)} ms with its pause in typing, other view ${String(tabMs)} ms; at most ${String(cost.most)} calls a view, the catalogs read ${String(cost.catalog)} times`);
  // Two of ours, and what the platform spends on a call of the dashboard.
  expect(cost.most).toBeLessThanOrEqual(2 + 5);
  expect(cost.catalog).toBe(0);
  expect(Math.max(moreMs, filterMs, tabMs)).toBeLessThan(SOON_MS);
  expect(complaints).toEqual([]);
});

it('the picker finds one of them by its name, in as many requests as its decision says', async () => {
  const { page, complaints } = await browser.open(`${sandbox.url}/dashboard/setup?step=products&view=open`);
  await app(page).getByRole('list', { name: 'Nothing found' }).getByRole('listitem').nth(5).waitFor(SEEN);
  await sandbox.clearLog();
  await app(page).getByRole('button', { name: /^Choose/u }).first().click();
  const pickMs = await timed(async () => {
    await app(page).getByLabel('Find the Wix product').fill('Piece 4700');
    const found = app(page).getByRole('button', { name: /Piece 4700/u });
    await expect.poll(async () => {
      const goOn = app(page).getByRole('button', { name: 'Search further' });
      if ((await found.count()) === 0 && (await goOn.count()) > 0) await goOn.first().click();
      return found.count();
    }, SEEN).toBe(1);
  });
  const requests = (await sandbox.invocations()).filter(({ path }) => path.startsWith('/api/setup/wix-products'));
  console.info(`5,000 products: one found in ${String(pickMs)} ms and ${String(requests.length)} requests of at most ${String(Math.max(...requests.map((one) => one.calls)))} calls`);
  expect(Math.max(...requests.map((one) => one.calls))).toBeLessThanOrEqual(20);
  expect(complaints).toEqual([]);
});
