import type { Frame, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { TestBrowser } from '../support/browser';
import { onStage } from '../support/on-stage';
import type { RunningSandbox } from '../support/start-sandbox';

const SEEN = { timeout: 60_000 };
/** What search engines call good for a visitor's page; of a dashboard nobody demands it. */
const STEADY = 0.1;
/** One line more in one row of the inbox. */
const A_ROW = 0.005;
const WATCH_MS = 6_000;

let sandbox: RunningSandbox;
let browser: TestBrowser;

onStage((stage) => { ({ sandbox, browser } = stage); });

function frameOf(page: Page): Frame {
  return page.frames().find((one) => one !== page.mainFrame() && one.url() !== 'about:blank') ?? expect.fail('Expected the page in its frame');
}

/** Adds up what moved without anybody having pressed anything, in the frame and from its first moment. */
async function watch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen: { shift: number; what: string[] } = { shift: 0, what: [] };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean; sources: { node: Node | null }[] })[]) {
        if (entry.hadRecentInput) continue;
        seen.shift += entry.value;
        seen.what.push(`${entry.value.toFixed(3)}: ${entry.sources.map(({ node }) => (node instanceof Element ? node.textContent.slice(0, 60) : String(node?.nodeName))).join(' | ')}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

async function moved(page: Page): Promise<{ readonly shift: number; readonly what: readonly string[] }> {
  return frameOf(page).evaluate(() => (window as unknown as { seen: { shift: number; what: string[] } }).seen);
}

async function staysPut(path: string, words: string | RegExp, steady = STEADY): Promise<void> {
  const { page } = await browser.open(`${sandbox.url}/`);
  await watch(page);
  await page.goto(`${sandbox.url}/dashboard/${path}`);
  await page.frameLocator('#stage iframe').getByText(words).first().waitFor(SEEN);
  await page.waitForTimeout(WATCH_MS);
  const { shift, what } = await moved(page);
  await page.context().close();
  expect(shift, `${path}\n${what.join('\n')}`).toBeLessThanOrEqual(steady);
}

const SETUP = [['connect', 'What the keys allow'], ['products&view=matched', 'Find a store product'], ['people', /reviews/u], ['fields', 'Photos and videos'], ['preview', 'Make the preview']] as const;

describe('nothing jumps', () => {
  // Beside each other, as watching is mostly waiting.
  it.concurrent.each(SETUP)('on the step %s while it loads', (step, words) => staysPut(`setup?step=${step}`, words));

  it.concurrent('on Reviews sync while it loads', () => staysPut('sync', 'No reviews yet'));

  it('on either page while a run goes on, nor on Reviews sync with everything that came of it', async () => {
    const token = await sandbox.token('USER');
    await (await sandbox.endpoint('sync/backfill', token, { action: 'start' })).text();
    await Promise.all([staysPut('setup?step=run', /You can leave this page/u), staysPut('sync', /^Working through your reviews/u)]);
    await sandbox.backfill();
    await staysPut('sync', 'Last event');
  });

  it('on Needs attention while its rows get the names of their products', async () => {
    const product = await sandbox.quietProduct();
    await sandbox.warmUp(product);
    for (let n = 0; n < 6; n += 1) await sandbox.writeOnWix(product, { name: `Robin ${String(n)}`, email: `robin.${String(n)}@example.com`, rating: 2, text: `Came apart after wash number ${String(n)}.` });
    await sandbox.settle();
    await staysPut('inbox', 'Came apart after wash number 5.', A_ROW);
  });

  it('on Reviews sync when its rows get the names of products that only Wix has', async () => {
    const { page } = await browser.open(`${sandbox.url}/`);
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => { release = resolve; });
    await page.route('**/api/inbox/names*', async (route) => {
      await held;
      await route.continue();
    });
    await watch(page);
    await page.goto(`${sandbox.url}/dashboard/sync?state=unmatched`);
    const app = page.frameLocator('#stage iframe');
    await app.getByRole('button', { name: 'History of a review of a product whose name is not known' }).first().waitFor(SEEN);
    await page.waitForTimeout(WATCH_MS);
    const before = (await moved(page)).shift;
    release();
    await app.getByRole('button', { name: 'History of a review of a product whose name is not known' }).first().waitFor({ ...SEEN, state: 'detached' });
    await page.waitForTimeout(WATCH_MS / 6);
    const { shift, what } = await moved(page);
    expect(shift - before, what.join('\n')).toBe(0);
    await page.context().close();
  });
});
