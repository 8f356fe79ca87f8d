import type { Frame, Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import type { TestBrowser } from '../support/browser';
import { onStage } from '../support/on-stage';
import { lookForFaults } from '../support/look-for-faults';
import type { SharedProduct } from '../support/sandbox-client';
import type { RunningSandbox } from '../support/start-sandbox';

const SOON_MS = 30_000;

let sandbox: RunningSandbox;
let browser: TestBrowser;
/** One that has reviews in the store which nobody has carried across yet: nothing was started. */
let product: SharedProduct;

onStage((stage) => { ({ sandbox, browser } = stage); });

beforeAll(async () => {
  const inStore = await sandbox.storeReviews();
  const hasOlder = (shared: SharedProduct): boolean => inStore.filter(({ productId }) => productId === shared.storeId).length >= 3;
  product = (await sandbox.sharedProducts()).find(hasOlder) ?? expect.fail('Expected a product with reviews from before');
});

async function appOf(page: Page): Promise<Frame> {
  return (await (await page.waitForSelector('#stage iframe')).contentFrame()) ?? expect.fail('Expected the page in its frame');
}

const row = (app: Frame, name: string) => app.getByRole('listitem').filter({ hasText: name });
const panel = (app: Frame) => app.getByRole('region', { name: 'The open review' });
const reviewOf = (page: Page, name: string) => page.getByRole('article', { name });

/** As a shopper does it, on the product's page in the demo store. */
async function writeInStore(page: Page, stars: number, name: string, text: string): Promise<void> {
  await page.goto(`${sandbox.url}/store/`);
  await page.getByRole('searchbox').fill(product.name);
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('link', { name: product.name }).first().click();
  const form = page.getByRole('region', { name: 'Write a review' });
  await form.getByLabel(`${String(stars)} stars`, { exact: true }).check();
  await form.getByLabel('Your review').fill(text);
  await form.getByLabel('Name').fill(name);
  await form.getByLabel('E-mail').fill(`${name.toLowerCase().replaceAll(' ', '.')}@example.com`);
  await form.getByRole('button', { name: 'Submit review' }).click();
  await page.getByText('Your review is published').waitFor();
}

it('a two-star review from the demo store is in the open inbox within seconds, before anything was started and with older ones in its way', async () => {
  const [inbox, shop] = [await browser.open(`${sandbox.url}/dashboard/inbox`), await browser.open(`${sandbox.url}/store/`)];
  const app = await appOf(inbox.page);
  await app.getByText('All caught up').waitFor();
  await writeInStore(shop.page, 2, 'Impatient Ida', 'It tore on the first day.');
  const startedMs = Date.now();
  await row(app, 'Impatient Ida').waitFor({ timeout: SOON_MS });
  console.info(`In the inbox ${String(Date.now() - startedMs)} ms after the shop said thank you.`);
  await inbox.shoot('inbox-before-the-first-start');
  expect(inbox.complaints).toEqual([]);
});

it('what lies there from before is carried across by the open inbox alone', async () => {
  const { page } = await browser.open(`${sandbox.url}/dashboard/inbox`);
  await appOf(page);
  const older = (await sandbox.storeReviews()).filter(({ productId }) => productId === product.storeId).length;
  const onWix = async (): Promise<number> => (await sandbox.wixReviews()).filter(({ entityId }) => entityId === product.wixId).length;
  await expect.poll(onWix, { timeout: 60_000 }).toBeGreaterThanOrEqual(older);
});

it('the shop’s answers cross both ways once Setup has an application password', async () => {
  const { page } = await browser.open(`${sandbox.url}/dashboard/setup?step=connect`);
  const setup = await appOf(page);
  await setup.getByLabel('WordPress user name').fill('shopowner');
  await setup.locator('#replies-password').fill('demo demo demo demo demo demo');
  await setup.getByRole('button', { name: 'Carry replies' }).click();
  await setup.getByText('On. A reply you write in one shop is carried to the other.').waitFor({ timeout: SOON_MS });

  const [inbox, shop] = [await browser.open(`${sandbox.url}/dashboard/inbox`), await browser.open(`${sandbox.url}/store/`)];
  const app = await appOf(inbox.page);
  await row(app, 'Impatient Ida').getByRole('button').click();
  await app.locator('#reply-text').fill('We are sorry, a new one is on its way.');
  await panel(app).getByRole('button', { name: 'Preview' }).click();
  await panel(app).getByText('It appears in your store as well.').waitFor();
  await panel(app).getByRole('button', { name: 'Send reply' }).click();
  await row(app, 'Impatient Ida').waitFor({ state: 'detached' });
  await app.getByText('Reply sent; it reaches your store as well.').waitFor({ timeout: SOON_MS });
  await sandbox.settle();
  await shop.page.goto(`${sandbox.url}/store/`);
  await writeInStore(shop.page, 2, 'Angry Abe', 'The zip is broken.');
  await reviewOf(shop.page, 'Impatient Ida').getByText('We are sorry, a new one is on its way.').first().waitFor();
  await shop.shoot('store-with-answer');
  await shop.page.goto(`${sandbox.url}/site/product/${product.wixId}`);
  await shop.page.getByText('We are sorry, a new one is on its way.').first().waitFor();

  // The other way: the shop's staff answers in the store.
  await row(app, 'Angry Abe').waitFor({ timeout: SOON_MS });
  await shop.page.goBack();
  await shop.page.getByLabel('Answer review by Angry Abe').click();
  await reviewOf(shop.page, 'Angry Abe').getByLabel('Answer as the shop').fill('Bring it in and we will mend it.');
  await reviewOf(shop.page, 'Angry Abe').getByRole('button', { name: 'Publish answer' }).click();
  await row(app, 'Angry Abe').waitFor({ state: 'detached', timeout: SOON_MS });
  await app.getByRole('button', { name: /^Done/u }).click();
  await row(app, 'Angry Abe').getByRole('button').click();
  await panel(app).getByText('Bring it in and we will mend it.').waitFor();
  await inbox.shoot('inbox-answered-in-the-store');
  expect(await lookForFaults(app)).toEqual([]);
  await shop.page.goto(`${sandbox.url}/site/product/${product.wixId}`);
  await shop.page.getByText('Bring it in and we will mend it.').first().waitFor();
  expect(inbox.complaints).toEqual([]);
}, 120_000);

it('“Send me a test” says for each place what came of it, and one that is not set up says so', async () => {
  const { page, shoot, complaints } = await browser.open(`${sandbox.url}/dashboard/inbox`);
  const app = await appOf(page);
  await app.getByRole('button', { name: 'Alerts' }).click();
  const said = app.getByRole('status', { name: 'Test alert' });
  await app.getByRole('button', { name: 'Send me a test' }).click();
  for (const sentence of ['Wix notification: Sent.', 'Automations: Sent.', 'Webhook: No address is set up.']) await said.getByText(sentence).waitFor();
  await app.getByLabel('Webhook, for Slack or others').fill('https://hooks.owner.example/reviews');
  await app.getByRole('button', { name: 'Save the address' }).click();
  await app.getByText('Alerts go to hooks.owner.example.').waitFor();
  await app.getByRole('button', { name: 'Send me a test' }).click();
  await said.getByText('Webhook: Sent.').waitFor();
  await shoot('inbox-alerts-tried');
  expect(await lookForFaults(app)).toEqual([]);
  await page.goto(`${sandbox.url}/alerts`);
  await page.getByRole('region', { name: 'Webhook' }).getByText(/\(signed\)/u).waitFor();
  expect(complaints).toEqual([]);
});
