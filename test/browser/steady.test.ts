import type { Frame, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { TestBrowser } from '../support/browser';
import { onStage } from '../support/on-stage';
import type { RunningSandbox } from '../support/start-sandbox';

const SEEN = { timeout: 60_000 };
/** What search engines call good for a visitor's page; of a dashboard nobody demands it. */
const STEADY = 0.1;
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

async function shiftOf(path: string, words: string | RegExp): Promise<{ readonly shift: number; readonly what: readonly string[] }> {
  const { page } = await browser.open(`${sandbox.url}/`);
  await watch(page);
  await page.goto(`${sandbox.url}/dashboard/${path}`);
  await page.frameLocator('#stage iframe').getByText(words).first().waitFor(SEEN);
  await page.waitForTimeout(WATCH_MS);
  const result = await moved(page);
  await page.context().close();
  return result;
}

const SETUP = [['connect', 'What the keys allow'], ['products&view=matched', 'Find a store product'], ['people', /reviews/u], ['fields', 'Photos and videos'], ['preview', 'Make the preview']] as const;

describe('nothing jumps', () => {
  it.each(SETUP)('on the step %s while it loads', async (step, words) => {
    const { shift, what } = await shiftOf(`setup?step=${step}`, words);
    expect(shift, what.join('\n')).toBeLessThanOrEqual(STEADY);
  });

  it('on Reviews sync while it loads', async () => {
    const { shift, what } = await shiftOf('sync', 'No reviews yet');
    expect(shift, what.join('\n')).toBeLessThanOrEqual(STEADY);
  });

  it('on either page while a run goes on, nor on Reviews sync with everything that came of it', async () => {
    const token = await sandbox.token('USER');
    await (await sandbox.endpoint('sync/backfill', token, { action: 'start' })).text();
    for (const [path, words] of [['setup?step=run', /You can leave this page/u], ['sync', /^Working through your reviews/u]] as const) {
      const { shift, what } = await shiftOf(path, words);
      expect(shift, what.join('\n')).toBeLessThanOrEqual(STEADY);
    }
    await sandbox.backfill();
    const { shift, what } = await shiftOf('sync', 'Last event');
    expect(shift, what.join('\n')).toBeLessThanOrEqual(STEADY);
  });
});
