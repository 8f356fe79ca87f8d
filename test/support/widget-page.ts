import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import type { TestBrowser, TestPage } from './browser';

/** What a browser measured on a page with widgets. */
export interface Measured {
  /** Sum of all layout shifts, whoever caused them. */
  readonly shift: number;
  /** How many there were. */
  readonly shifts: number;
  /** Requests for reviews. */
  readonly asked: number;
  /** Built scripts of the app that were loaded, by the beginning of their names. */
  readonly scripts: readonly string[];
}

/** A page of the site with widgets, looked at from top to bottom as a visitor would. */
export async function visit(browser: TestBrowser, url: string, width?: number): Promise<TestPage> {
  const opened = await browser.open(url, width);
  await everythingSeen(opened.page);
  return opened;
}

/** The same page on a slow line: the widgets' scripts come when the visitor has seen the page without them and scrolled to where the first will be. */
export async function visitLate(browser: TestBrowser, url: string, width?: number): Promise<TestPage> {
  const opened = await browser.open(new URL('/site/', url).href, width);
  let paint = (): void => undefined;
  const painted = new Promise<void>((resolve) => { paint = resolve; });
  await opened.page.route(/\/custom-elements\//u, async (route) => {
    await painted;
    await route.continue();
  });
  await opened.page.goto(url, { waitUntil: 'commit' });
  await opened.page.getByTestId('after').waitFor({ state: 'attached' });
  await opened.page.locator('.placed').first().evaluate((room) => { room.scrollIntoView({ block: 'start' }); });
  await nextPaint(opened.page);
  paint();
  await everythingSeen(opened.page);
  return opened;
}

/** The second frame from now begins when the first was painted. */
async function nextPaint(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => { requestAnimationFrame(resolve); }); }));
}

/** Scrolls to one widget after the other, waits until it is busy no more, and scrolls back. */
export async function everythingSeen(page: Page): Promise<void> {
  const widgets = page.locator(':is(review-relay-helpful, review-relay-gallery, review-relay-product)');
  await widgets.first().waitFor({ state: 'attached' });
  for (const widget of await widgets.all()) {
    await widget.evaluate((element) => { element.scrollIntoView({ block: 'start' }); });
    await widget.locator('.box[aria-busy="false"]').waitFor();
  }
  await page.evaluate(() => { window.scrollTo(0, 0); });
}

export async function measure(page: Page): Promise<Measured> {
  return page.evaluate(async () => {
    const { shift, shifts } = await new Promise<{ readonly shift: number; readonly shifts: number }>((resolve) => {
      let sum = 0;
      let count = 0;
      const add = (entries: readonly PerformanceEntry[]): void => {
        for (const entry of entries) sum += (entry as PerformanceEntry & { readonly value: number }).value;
        count += entries.length;
      };
      const observer = new PerformanceObserver((list) => { add(list.getEntries()); });
      observer.observe({ type: 'layout-shift', buffered: true });
      setTimeout(() => {
        add(observer.takeRecords());
        observer.disconnect();
        resolve({ shift: sum, shifts: count });
      }, 300);
    });
    const names = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
    return {
      shift,
      shifts,
      asked: names.filter((name) => name === '/api/site/reviews').length,
      scripts: names.filter((name) => name.includes('custom-elements/')).map((name) => name.replace(/^.*\//u, '').replace(/-[^-]*$/u, '')),
    };
  });
}

/** What breaks a rule of accessibility in `selector`, shadow roots included. */
export async function complaintsOfAxe(page: Page, selector: string): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async (within) => {
    const { violations } = await (window as unknown as { readonly axe: typeof import('axe-core') }).axe.run(within, { rules: { region: { enabled: false } } });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary ?? ''}`).join(' | ')}`);
  }, selector);
}

/** The longest task of the page's main thread while `work` goes on, in milliseconds of the processor's time. */
export async function longestTaskMs(page: Page, work: () => Promise<void>): Promise<number> {
  const browser = page.context().browser();
  if (browser === null) throw new TypeError('Expected a page of a browser');
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'] });
  await work();
  const { traceEvents } = traceShape.parse(JSON.parse((await browser.stopTracing()).toString()));
  const threadOf = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;
  const mains = new Set(traceEvents.filter(({ name, args }) => name === 'thread_name' && args?.['name'] === 'CrRendererMain').map(threadOf));
  const tasks = traceEvents.filter((event) => event.name === 'RunTask' && mains.has(threadOf(event)));
  return Math.max(...tasks.map(({ tdur }) => (tdur ?? 0) / 1000));
}

const traceShape = z.object({
  traceEvents: z.array(z.object({ name: z.string(), pid: z.number(), tid: z.number(), tdur: z.number().optional(), args: z.record(z.string(), z.unknown()).optional() })),
});
type TraceEvent = z.output<typeof traceShape>['traceEvents'][number];
