import type { FrameLocator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { TestBrowser } from '../support/browser';
import { onStage } from '../support/on-stage';
import type { RunningSandbox } from '../support/start-sandbox';

let sandbox: RunningSandbox;
let browser: TestBrowser;

onStage((stage) => { ({ sandbox, browser } = stage); });

async function edit(name: string) {
  const opened = await browser.open(`${sandbox.url}/editor`);
  await opened.page.getByRole('navigation', { name: 'Elements' }).getByRole('link', { name }).click();
  const panel = opened.page.frameLocator('#panel');
  await panel.getByLabel('Heading', { exact: true }).waitFor();
  return { ...opened, panel };
}

async function choose(panel: FrameLocator, label: string, option: string): Promise<void> {
  await panel.getByLabel(label, { exact: true }).click();
  await panel.getByRole('option', { name: option }).click();
}

const tiles = (page: Page) => page.locator('review-relay-gallery .tile');

describe('the settings panels, in the editor', () => {
  it('change the element beside them at once, and read what it is set to', async () => {
    const { page, panel, complaints, shoot } = await edit('Customer photos');
    await panel.getByLabel('Heading', { exact: true }).fill('Seen on you');
    await page.getByRole('heading', { name: 'Seen on you', level: 2 }).waitFor();
    await choose(panel, 'Heading level', 'Heading 4');
    await page.getByRole('heading', { name: 'Seen on you', level: 4 }).waitFor();
    await panel.getByLabel('How many photos').fill('5');
    await expect.poll(() => tiles(page).count()).toBe(5);
    await choose(panel, 'Arrange as', 'Row that scrolls');
    await page.locator('review-relay-gallery .box[data-layout="carousel"]').waitFor();
    await shoot('editor-gallery');
    // The panel opened anew reads the element, not its own memory.
    await page.locator('#panel').evaluate((frame) => { if (frame instanceof HTMLIFrameElement) frame.contentWindow?.location.reload(); });
    await expect.poll(() => panel.getByLabel('Heading', { exact: true }).inputValue()).toBe('Seen on you');
    await expect.poll(() => panel.getByLabel('How many photos').inputValue()).toBe('5');
    expect(complaints).toEqual([]);
  });

  it('give an emptied heading and the site’s own colors back', async () => {
    const { page, panel } = await edit('Most helpful reviews');
    await panel.getByLabel('Heading', { exact: true }).fill('');
    await page.getByRole('heading', { name: 'Most helpful reviews' }).waitFor({ state: 'detached' });
    await page.locator('review-relay-helpful').evaluate((element) => { element.setAttribute('accent-color', 'rgb(1, 2, 3)'); });
    await page.locator('#panel').evaluate((frame) => { if (frame instanceof HTMLIFrameElement) frame.contentWindow?.location.reload(); });
    await panel.getByRole('button', { name: 'As the site' }).click();
    await expect.poll(() => page.locator('review-relay-helpful').getAttribute('accent-color')).toBe('');
  });

  it.each(['Customer photos', 'Most helpful reviews', 'Product reviews'])('leave the browser’s storage and the network alone while %s is edited', async (name) => {
    const { page } = await browser.open(`${sandbox.url}/editor`);
    await page.addInitScript(() => {
      // The panel in its frame is the editor's own; what counts is the page that the element is on.
      if (window !== window.top) return;
      const touched: string[] = [];
      Object.assign(window, { touched });
      const trap = (owner: object, property: string): void => {
        Object.defineProperty(owner, property, { configurable: true, get() { touched.push(property); return undefined; }, set() { touched.push(property); } });
      };
      for (const property of ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore']) trap(window, property);
      trap(Document.prototype, 'cookie');
    });
    const asked: string[] = [];
    page.on('request', (request) => { if (request.frame() === page.mainFrame()) asked.push(new URL(request.url()).pathname); });
    await page.getByRole('navigation', { name: 'Elements' }).getByRole('link', { name }).click();
    const panel = page.frameLocator('#panel');
    await panel.getByLabel('Heading', { exact: true }).fill('Mine');
    await page.getByRole('heading', { name: 'Mine' }).waitFor();
    await page.getByText('Sample reviews.').waitFor();
    expect(await page.evaluate(() => (window as unknown as { readonly touched: readonly string[] }).touched)).toEqual([]);
    expect(asked.filter((path) => !/^\/(?:editor|assets|favicon|_wix|_astro|custom-elements|.*\.js$)/u.test(path))).toEqual([]);
  });

  it('show samples of the product page and ask nobody', async () => {
    const { page, panel } = await edit('Product reviews');
    await panel.getByLabel('How many reviews').fill('2');
    await expect.poll(() => page.locator('review-relay-product article').count()).toBe(2);
    expect(await page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => name.includes('/api/')).length)).toBe(0);
  });
});
