import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { TestBrowser } from '../support/browser';
import { onStage } from '../support/on-stage';
import { drag, swipe, type Point } from '../support/fingers';
import type { RunningSandbox } from '../support/start-sandbox';
import { everythingSeen } from '../support/widget-page';

const WIDTH = 390;
const MIDDLE: Point = { x: WIDTH / 2, y: 330 };

let sandbox: RunningSandbox;
let browser: TestBrowser;

onStage((stage) => { ({ sandbox, browser } = stage); });

/** A phone in a visitor's hand. */
async function phone(query: string): Promise<Page> {
  const { page } = await browser.open(`${sandbox.url}/site/reviews?${query}`, WIDTH, { hasTouch: true });
  await everythingSeen(page);
  return page;
}

async function middleOf(target: Locator): Promise<Point> {
  await target.evaluate((element) => { element.scrollIntoView({ block: 'center' }); });
  const box = await target.boundingBox();
  if (box === null) throw new TypeError('Expected something that can be seen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Counted from where the row begins, whichever way the page reads. */
const scrolled = (row: Locator) => row.evaluate(({ scrollLeft }) => Math.abs(scrollLeft));
const place = (page: Page) => page.locator('dialog .count').textContent();

async function openPhoto(page: Page, number: number): Promise<void> {
  const tile = page.locator('review-relay-gallery a.tile').nth(number - 1);
  await tile.scrollIntoViewIfNeeded();
  await tile.tap();
  await page.locator('dialog:not([aria-busy])').waitFor();
}

describe.each([['ltr', -1], ['rtl', 1]] as const)('fingers on a page that reads %s', (dir, on) => {
  it.each([['photos', 'review-relay-gallery .lane'], ['reviews', 'review-relay-helpful .cards']])('move the row of %s on and back', async (_, selector) => {
    const page = await phone(`dir=${dir}&gallery.layout=carousel&helpful.layout=row`);
    const row = page.locator(selector);
    const middle = await middleOf(row);
    await swipe(page, { ...middle, x: middle.x - on * 110 }, on * 220);
    await expect.poll(() => scrolled(row)).toBeGreaterThan(150);
    await swipe(page, { ...middle, x: middle.x + on * 110 }, -on * 240);
    await expect.poll(() => scrolled(row)).toBe(0);
    expect(await page.locator('dialog').count()).toBe(0);
  });

  it('move the row of photos when they come down on its button, which a tap still presses', async () => {
    const page = await phone(`dir=${dir}&gallery.layout=carousel`);
    const row = page.locator('review-relay-gallery .lane');
    await middleOf(row);
    const next = page.getByRole('button', { name: 'Next' });
    await swipe(page, await middleOf(next), on * 200);
    await expect.poll(() => scrolled(row)).toBeGreaterThan(150);
    await swipe(page, await middleOf(row), -on * 300);
    await expect.poll(() => scrolled(row)).toBe(0);
    await next.tap();
    await expect.poll(() => scrolled(row)).toBeGreaterThan(150);
  });

  it('walk through the viewer, over a video too, and close it downwards', async () => {
    const page = await phone(`dir=${dir}`);
    await openPhoto(page, 1);
    const from = { ...MIDDLE, x: MIDDLE.x - on * 110 };
    for (const number of [2, 3]) {
      await swipe(page, from, on * 220);
      await expect.poll(() => place(page)).toMatch(new RegExp(`^${number} of`, 'u'));
      // The second of them is a video as wide as the screen.
      if (number === 2) expect(await page.locator('dialog .clip:not([inert]) video').count()).toBe(1);
    }
    await swipe(page, { ...MIDDLE, x: MIDDLE.x + on * 110 }, -on * 220);
    await expect.poll(() => place(page)).toMatch(/^2 of/u);
    await drag(page, [MIDDLE, { ...MIDDLE, y: MIDDLE.y + 350 }]);
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });
});

describe('fingers in the viewer', () => {
  it('make a photo larger by two of them, and smaller again', async () => {
    const page = await phone('');
    await openPhoto(page, 1);
    const pinch = (from: number, to: number) => drag(page,
      [{ ...MIDDLE, x: MIDDLE.x - from }, { ...MIDDLE, x: MIDDLE.x - to }],
      [{ ...MIDDLE, x: MIDDLE.x + from }, { ...MIDDLE, x: MIDDLE.x + to }]);
    await pinch(30, 130);
    await page.locator('dialog .pswp--zoomed-in').waitFor();
    await pinch(130, 20);
    await page.locator('dialog .pswp--zoomed-in').waitFor({ state: 'detached' });
    expect(await place(page)).toMatch(/^1 of/u);
  });

  it('scroll words that are longer than their place', async () => {
    const page = await phone('');
    await openPhoto(page, 1);
    const words = page.locator('dialog .pswp__words');
    const middle = await middleOf(words);
    await drag(page, [{ ...middle, y: middle.y + 40 }, { ...middle, y: middle.y - 60 }]);
    await expect.poll(() => words.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(20);
    expect(await place(page)).toMatch(/^1 of/u);
  });

  it('may tap arrows instead of swiping', async () => {
    const page = await phone('');
    await openPhoto(page, 1);
    await page.getByRole('button', { name: 'Next' }).tap();
    await expect.poll(() => place(page)).toMatch(/^2 of/u);
  });

  it('leave the slider of a video to the video', async () => {
    const page = await phone('');
    await openPhoto(page, 2);
    const box = await page.locator('dialog .clip:not([inert]) video').boundingBox();
    if (box === null) throw new TypeError('Expected a video');
    await swipe(page, { x: 300, y: box.y + box.height - 20 }, -220);
    expect(await place(page)).toMatch(/^2 of/u);
  });
});
