import type { Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { TestBrowser } from '../support/browser';
import { onStage } from '../support/on-stage';
import type { RunningSandbox } from '../support/start-sandbox';
import { complaintsOfAxe, everythingSeen, measure, visit } from '../support/widget-page';

const NO_SUCH_PRODUCT = 'no-such-product';

let sandbox: RunningSandbox;
let browser: TestBrowser;

// A file of its own, because each has a site of its own, which answers so many visitors a minute (decision 0077).
onStage((stage) => { ({ sandbox, browser } = stage); });

const reviews = (query = ''): string => `${sandbox.url}/site/reviews${query}`;

describe('accessibility, inside the shadow roots', () => {
  it.each([
    ['in light colors', ''],
    ['in dark colors', '?theme=dark'],
    ['as rows', '?gallery.layout=carousel&helpful.layout=row'],
    ['with nothing to show', `?gallery.product-id=${NO_SUCH_PRODUCT}&helpful.product-id=${NO_SUCH_PRODUCT}`],
    ['as samples', '?mode=Editor'],
  ])('no rule is broken %s', async (_, query) => {
    const { page } = await visit(browser, reviews(query));
    expect(await complaintsOfAxe(page, '.placed')).toEqual([]);
  });

  it('no rule is broken while the answer is on its way', async () => {
    const { page } = await browser.open(`${sandbox.url}/site/`);
    const held: Route[] = [];
    await page.route('**/api/site/reviews**', (route) => { held.push(route); });
    await page.goto(reviews());
    for (const widget of ['review-relay-helpful', 'review-relay-gallery']) {
      await page.locator(widget).scrollIntoViewIfNeeded();
      await page.locator(`${widget} [aria-busy="true"]`).waitFor();
    }
    expect(await complaintsOfAxe(page, '.placed')).toEqual([]);
    expect(held.length).toBeGreaterThan(0);
  });

  it('no rule is broken when nothing can be loaded, and trying again helps', async () => {
    const { page } = await browser.open(`${sandbox.url}/site/`);
    await page.route('**/api/site/reviews**', (route) => route.fulfill({ status: 500, body: '{}' }));
    await page.goto(reviews('?helpful.count=1'));
    await everythingSeen(page);
    expect(await page.getByText('The reviews could not be loaded.').count()).toBe(2);
    expect(await complaintsOfAxe(page, '.placed')).toEqual([]);
    await page.unroute('**/api/site/reviews**');
    // One after the other: the first to come moves the second's button, perhaps from under the pointer.
    for (const [widget, shown] of [['review-relay-helpful', 'article'], ['review-relay-gallery', 'a.tile']] as const) {
      await page.locator(widget).getByRole('button', { name: 'Try again' }).click();
      await page.locator(`${widget} ${shown}`).first().waitFor();
    }
  });
});

describe('a widget that comes and goes', () => {
  it('leaves nothing behind after a thousand times', async () => {
    const { page } = await visit(browser, reviews('?helpful.count=2'));
    const cdp = await page.context().newCDPSession(page);
    const held = async (): Promise<{ readonly listeners: number; readonly nodes: number }> => {
      await cdp.send('HeapProfiler.collectGarbage');
      const { metrics } = await cdp.send('Performance.getMetrics');
      const metric = (name: string): number => metrics.find((each) => each.name === name)?.value ?? Number.NaN;
      return { listeners: metric('JSEventListeners'), nodes: metric('Nodes') };
    };
    await cdp.send('Performance.enable');
    const cycles = (times: number): Promise<void> => page.evaluate(async (count) => {
      for (const tag of ['review-relay-helpful', 'review-relay-gallery']) {
        for (let turn = 0; turn < count; turn += 1) {
          const widget = document.createElement(tag);
          document.body.append(widget);
          // Taken off at every stage: before it asks, while it waits, when it is drawn.
          for (let wait = 0; wait < turn % 4; wait += 1) await new Promise((resolve) => { setTimeout(resolve); });
          widget.remove();
        }
      }
    }, times);
    await cycles(20);
    const before = await held();
    await cycles(1_000);
    const after = await held();
    expect(after.listeners - before.listeners).toBeLessThan(20);
    expect(after.nodes - before.nodes).toBeLessThan(200);
    expect((await measure(page)).asked).toBe(2);
  });
});
