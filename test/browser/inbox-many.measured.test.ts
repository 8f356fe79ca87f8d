import type { Frame } from 'playwright-core';
import { expect, it } from 'vitest';
import type { InboxItem } from '../../src/backend/endpoints/inbox/inbox-types';
import type { TestBrowser } from '../support/browser';
import { onStage } from '../support/on-stage';
import type { RunningSandbox } from '../support/start-sandbox';

const MANY = 10_000;
const PER_PAGE = 2_500;
/** A gap between frames that a person notices, were every twentieth like it. Generous: the machine may run other tests. */
const JANK_MS = 150;

let sandbox: RunningSandbox;
let browser: TestBrowser;

onStage((stage) => { ({ sandbox, browser } = stage); });

function item(n: number): InboxItem {
  const rating = n % 2 === 0 ? 1 : 2;
  return {
    id: `i${String(n)}`, state: 'open', reason: 'new', rating, side: n % 3 === 0 ? 'store' : 'wix', raisedAtMs: Date.now() - n * 60_000, changedAtMs: 0, wakeAtMs: 0, answerMs: null,
    wixReviewId: null, wixProductId: null, storeProductId: null, contactId: null, revision: 'r', isBack: false,
    text: { title: '', body: `Review number ${String(n)}. ${'It came apart after a week. '.repeat(n % 7)}`, author: `Robin ${String(n)}`, reply: null, status: 'published', writtenAt: '2026-05-01T00:00:00Z' },
  };
}

/** Gaps between frames while `app` is scrolled down step by step to its end. */
function scrollThrough(app: Frame): Promise<{ readonly p95Ms: number; readonly longestMs: number; readonly most: number; readonly frames: number }> {
  return app.evaluate(async () => {
    const scroller = [...document.querySelectorAll('*')].find((element) => element.scrollHeight > element.clientHeight + 1_000 && ['auto', 'scroll'].includes(getComputedStyle(element).overflowY)) ?? document.documentElement;
    const gaps: number[] = [];
    let [most, last] = [0, performance.now()];
    while (scroller.scrollTop + scroller.clientHeight < scroller.scrollHeight - 2) {
      scroller.scrollTop += 900;
      const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
      gaps.push(now - last);
      most = Math.max(most, document.querySelectorAll('[role=listitem]').length);
      last = now;
    }
    gaps.sort((a, b) => a - b);
    return { p95Ms: gaps[Math.floor(gaps.length * 0.95)] ?? 0, longestMs: gaps.at(-1) ?? 0, most, frames: gaps.length };
  });
}

it('ten thousand reviews scroll and filter without a stutter, and only a screenful of them is on the page', async () => {
  const { page, complaints } = await browser.open(`${sandbox.url}/`);
  const all = Array.from({ length: MANY }, (_, n) => item(n));
  await page.route('**/api/inbox/items*', async (route) => {
    const params = new URL(route.request().url()).searchParams;
    const found = all.filter(({ rating }) => params.get('rating') === null || rating === Number(params.get('rating')));
    const from = Number(params.get('cursor') ?? 0);
    const version = `v${params.get('rating') ?? ''}`;
    const isSame = params.get('version') === version;
    await route.fulfill({ json: isSame ? { kind: 'unchanged', version } : { kind: 'items', version, items: found.slice(from, from + PER_PAGE), next: from + PER_PAGE < found.length ? String(from + PER_PAGE) : null, searched: PER_PAGE, unread: 0 } });
  });
  await page.goto(`${sandbox.url}/dashboard/inbox`);
  const app = await (await page.waitForSelector('#stage iframe')).contentFrame() ?? expect.fail('Expected the page in its frame');
  await app.getByText('Robin 0', { exact: true }).waitFor();
  await expect.poll(async () => {
    await scrollThrough(app);
    return app.getByText(`Robin ${String(MANY - 1)}`, { exact: true }).count();
  }, { timeout: 60_000 }).toBe(1);

  await app.evaluate(() => { document.querySelectorAll('*').forEach((element) => { element.scrollTop = 0; }); });
  await app.getByText('Robin 0', { exact: true }).waitFor();
  const { p95Ms, longestMs, most, frames } = await scrollThrough(app);
  const startedMs = Date.now();
  await app.evaluate(() => { document.querySelectorAll('*').forEach((element) => { element.scrollTop = 0; }); });
  await app.getByRole('button', { name: '2 ★' }).first().click();
  await app.getByText('Robin 1', { exact: true }).waitFor();
  await app.getByText('Robin 2', { exact: true }).waitFor({ state: 'detached' });
  const filterMs = Date.now() - startedMs;
  console.info(`10,000 reviews: ${String(frames)} frames, 95 % within ${String(Math.round(p95Ms))} ms, longest ${String(Math.round(longestMs))} ms, at most ${String(most)} rows on the page, filtered in ${String(filterMs)} ms`);
  expect(most).toBeLessThanOrEqual(150);
  expect(p95Ms).toBeLessThan(JANK_MS);
  expect(filterMs).toBeLessThan(2_000);
  expect(complaints).toEqual([]);
});
