import { beforeAll, expect, it } from 'vitest';
import type { TestBrowser } from '../support/browser';
import { onStage } from '../support/on-stage';
import type { SharedProduct } from '../support/sandbox-client';
import type { RunningSandbox } from '../support/start-sandbox';
import { until } from '../support/until';
import { visit } from '../support/widget-page';

const CARRIED_MS = 90_000;
const WORDS = 'Held up in the rain for a whole weekend.';

let sandbox: RunningSandbox;
let browser: TestBrowser;
let product: SharedProduct;

onStage((stage) => { ({ sandbox, browser } = stage); });

beforeAll(async () => {
  product = await sandbox.quietProduct();
  await sandbox.warmUp(product);
}, 2 * CARRIED_MS);

/** As a customer does it, on the store's product page. */
async function writeInStore(): Promise<void> {
  const { page, shoot } = await browser.open(`${sandbox.url}/store/?q=${encodeURIComponent(product.name)}`);
  await page.getByRole('link', { name: product.name }).first().click();
  await page.getByLabel('Name', { exact: true }).fill('Mara Lind');
  await page.getByLabel('E-mail').fill('mara.lind@example.com');
  await page.getByLabel('Your review').fill(WORDS);
  await page.getByLabel('Photo', { exact: true }).selectOption({ label: 'Sample photo 3' });
  await shoot('crossing-store-form');
  await page.getByRole('button', { name: 'Submit review' }).click();
  await page.getByText(WORDS).first().waitFor();
}

/** The dashboard is open meanwhile, as its owner would have it. */
async function carried(): Promise<void> {
  const token = await sandbox.token('USER');
  const look = async (): Promise<number> => {
    await (await sandbox.endpoint('sync/tick', token, {})).text();
    await sandbox.settle();
    return (await sandbox.wixReviews()).find(({ content }) => content.body === WORDS)?.content.media.length ?? 0;
  };
  await until(look, (photos) => photos === 1, CARRIED_MS);
}

it('a photo that a customer adds in the store is in the gallery and in its viewer once its review is approved and the page loaded again', async () => {
  const address = `${sandbox.url}/site/reviews?gallery.product-id=${product.wixId}&helpful.product-id=${product.wixId}`;
  await fetch(`${sandbox.url}/__wix/switches`, { method: 'PATCH', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ moderation: 'on' }) });
  await writeInStore();
  await carried();
  const { page, shoot, complaints } = await visit(browser, address);
  const before = await page.locator('review-relay-gallery a.tile').count();
  const { id } = (await sandbox.wixReviews()).find(({ content }) => content.body === WORDS) ?? expect.fail('Expected the review on Wix');
  const waits = (await sandbox.wixReviews()).find((review) => review.id === id)?.moderation.moderationStatus !== 'APPROVED';
  if (waits) {
    const path = `${sandbox.url}/__wix/sites/${await sandbox.instanceId()}/reviews/${id}/moderate`;
    expect((await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ status: 'APPROVED' }) })).status).toBe(200);
  }
  await page.reload();
  const tiles = page.locator('review-relay-gallery a.tile');
  await tiles.first().waitFor();
  expect([waits, (await tiles.count()) - before]).toEqual([true, 1]);
  const drawn = await tiles.first().locator('img').evaluate(async (image: HTMLImageElement) => {
    await image.decode();
    return [image.naturalWidth, image.naturalHeight];
  });
  expect(drawn).toEqual([800, 600]);
  await shoot('crossing-gallery');
  await tiles.first().click();
  await page.locator('dialog:not([aria-busy])').waitFor();
  await page.locator('dialog').getByText(WORDS).waitFor();
  await shoot('crossing-viewer');
  expect(complaints).toEqual([]);
}, 3 * CARRIED_MS);
