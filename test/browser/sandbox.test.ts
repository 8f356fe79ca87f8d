import { beforeAll, describe, expect, it } from 'vitest';
import type { TestBrowser, TestPage } from '../support/browser';
import { onStage } from '../support/on-stage';
import type { SharedProduct } from '../support/sandbox-client';
import type { RunningSandbox } from '../support/start-sandbox';
import { until } from '../support/until';

const BACKFILL_TIMEOUT_MS = 90_000;
/** An event that a busy machine did not answer in time is sent again after a minute. */
const CROSSING_TIMEOUT_MS = 90_000;

let sandbox: RunningSandbox;
let browser: TestBrowser;
let product: SharedProduct;

onStage((stage) => { ({ sandbox, browser } = stage); });

beforeAll(async () => {
  const [first] = await sandbox.sharedProducts();
  if (first === undefined) throw new Error('Expected the seed to hold a product that both shops sell');
  product = first;
});

async function open(path: string, width?: number): Promise<TestPage> {
  return browser.open(sandbox.url + path, width);
}

describe('the home page', () => {
  it('says what this is and leads everywhere', async () => {
    const { page, complaints, shoot } = await open('/');
    await page.getByText('Local stand-in, not Wix').waitFor();
    await page.getByText('The demo store is connected').waitFor();
    await shoot('home');
    for (const [name, heading] of [['Storefront', 'Northwind Clothing'], ['Demo store', 'All products'], ['Request log', 'Request log']] as const) {
      await page.getByRole('navigation', { name: 'Sandbox' }).getByRole('link', { name }).click();
      await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
    }
    expect(complaints).toEqual([]);
  });
});

describe('the Sync page, in the dashboard', () => {
  it('carries both shops’ reviews across once it was started, and the counts add up', async () => {
    const before = { wix: (await sandbox.wixReviews()).length, store: (await sandbox.storeReviews()).length };
    const { page, complaints, shoot } = await open('/dashboard');
    const app = page.frameLocator('#stage iframe');
    await app.getByRole('button', { name: 'See what would happen' }).click();
    await page.waitForURL(/\/dashboard\/setup\?step=preview/u);
    await app.getByRole('button', { name: 'Make the preview' }).waitFor();
    await page.goBack();
    await app.getByRole('status', { name: 'Sync health' }).waitFor();
    await shoot('dashboard-running');
    // At the pace that the site's quota allows, the page alone takes five minutes; as a scheduler would, this one helps.
    await sandbox.backfill();
    const token = await sandbox.token('USER');
    const status = async () => (await sandbox.endpoint('sync/status', token)).json() as Promise<Status>;
    const done = await until(status, ({ run }) => run?.state === 'done', BACKFILL_TIMEOUT_MS);
    await sandbox.settle();
    await shoot('dashboard-done');
    const copied = { wix: done.outcomes['created-on-wix'], store: done.outcomes['created-in-store'] };
    expect((await sandbox.wixReviews()).length).toBe(before.wix + copied.wix);
    expect((await sandbox.storeReviews()).length).toBe(before.store + copied.store);
    expect(done.outcomes.matched).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
  });
});

interface Status {
  readonly run: { readonly state: string } | null;
  readonly outcomes: { readonly matched: number; readonly 'created-on-wix': number; readonly 'created-in-store': number };
}

describe('a person', () => {
  it('writes a review in the demo store and finds it on the storefront', async () => {
    const { page, complaints, shoot } = await open('/store/');
    await page.getByRole('searchbox').fill(product.name);
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByRole('link', { name: product.name }).first().click();
    await fillReview(page, { name: 'Storia', text: 'Written in the store.' });
    await page.getByText('Your review is published').waitFor();
    await shoot('store-product');
    await until(async () => (await sandbox.wixReviews()).filter(({ content }) => content.body === 'Written in the store.').length, (count) => count === 1, CROSSING_TIMEOUT_MS);
    await page.goto(`${sandbox.url}/site/product/${product.wixId}`);
    await page.getByRole('paragraph').filter({ hasText: 'Written in the store.' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('writes a review on the storefront and finds it in the demo store', async () => {
    const { page, complaints, shoot } = await open('/site/');
    await page.getByRole('searchbox', { name: 'Search products' }).fill(product.name);
    await page.getByRole('button', { name: 'Search' }).click();
    await shoot('site');
    await page.getByRole('link', { name: product.name }).first().click();
    await page.locator('label[for="new-4"]').click();
    await page.getByLabel('Your review').fill('Written on Wix.');
    await page.getByLabel('Name').fill('Wiccia');
    await page.getByLabel('E-mail').fill('wiccia@example.com');
    await page.getByRole('button', { name: 'Send review' }).click();
    await page.getByText('Your review was sent').waitFor();
    await shoot('site-product');
    await until(async () => (await sandbox.storeReviews()).filter(({ content }) => content.includes('Written on Wix.')).length, (count) => count === 1, CROSSING_TIMEOUT_MS);
    expect(complaints).toEqual([]);
  });

  it('sees texts as texts on both sides, whatever was written', async () => {
    const { page, complaints } = await open(`/site/product/${product.wixId}`);
    await sandbox.writeOnWix(product, { name: '<img src=x onerror=alert(1)>', email: 'x@example.com', rating: 3, text: '<script>alert(1)</script>' });
    await page.reload();
    await page.getByText('<script>alert(1)</script>').first().waitFor();
    expect(complaints).toEqual([]);
  });
});

describe('the request log', () => {
  it('shows writes and how many calls each invocation made', async () => {
    const { page, complaints, shoot } = await open('/log?view=invocations');
    await page.getByText(/of 20/u).first().waitFor();
    await shoot('log');
    await page.getByRole('link', { name: 'Writes only' }).click();
    await page.getByRole('cell', { name: 'write', exact: true }).first().waitFor();
    expect(complaints).toEqual([]);
  });
});

async function fillReview(page: TestPage['page'], { name, text }: { readonly name: string; readonly text: string }): Promise<void> {
  const form = page.getByRole('region', { name: 'Write a review' });
  await form.getByLabel('Your review').fill(text);
  await form.getByLabel('Name').fill(name);
  await form.getByLabel('E-mail').fill(`${name.toLowerCase()}@example.com`);
  await form.getByRole('button', { name: 'Submit review' }).click();
}
