import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { SiteAnswer, SiteFile } from '../../src/backend/endpoints/site-types';
import { aFile, anAnswer, aReview } from '../../src/site/view/testing/site-answers';
import type { TestBrowser, TestPage } from '../support/browser';
import { onStage } from '../support/on-stage';
import type { RunningSandbox } from '../support/start-sandbox';
import { complaintsOfAxe, everythingSeen } from '../support/widget-page';

const ASKED = '**/api/site/reviews**';
const LONG = 'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(12);
const EVIL = ['javascript:window.hit=1', 'data:text/html,<script>window.hit=1</script>', '"><svg onload=window.hit=1>.svg', "x' onerror='window.hit=1", '../../evil.svg#<script>'] as const;

let sandbox: RunningSandbox;
let browser: TestBrowser;

onStage((stage) => { ({ sandbox, browser } = stage); });

interface Show {
  readonly answer?: SiteAnswer;
  readonly width?: number;
  readonly media?: Parameters<Page['emulateMedia']>[0];
}

/** The page with both widgets, told what a test wants told. */
async function show(query: string, { answer, width, media = {} }: Show = {}): Promise<TestPage> {
  const opened = await browser.open(`${sandbox.url}/site/`, width);
  await opened.page.emulateMedia(media);
  if (answer !== undefined) await opened.page.route(ASKED, (route) => route.fulfill({ json: answer, headers: { 'access-control-allow-origin': '*' } }));
  await opened.page.goto(`${sandbox.url}/site/reviews?${query}`);
  await everythingSeen(opened.page);
  return opened;
}

const withFiles = (...files: readonly SiteFile[]): SiteAnswer => ({ helpful: [aReview()], photos: { reviews: [aReview()], files } });
const widest = (page: Page): Promise<number> => page.evaluate(() => Math.max(...['review-relay-helpful', 'review-relay-gallery'].map((tag) => {
  const host = document.querySelector(tag);
  return (host?.shadowRoot?.querySelector('.box')?.scrollWidth ?? 9_999) - (host?.clientWidth ?? 0);
})));

describe('every state of the widgets, in the browser', () => {
  it.each([
    ['forced colors', 'gallery.layout=carousel&helpful.layout=row', { media: { forcedColors: 'active' } }],
    ['one item', '', { answer: anAnswer(1, [aReview({ helpful: 1 })]) }],
    ['two hundred items', 'gallery.count=200', { answer: anAnswer(200, Array.from({ length: 10 }, (_, place) => aReview({ id: `r${place}` }))) }],
    ['very long words', 'width=200', { width: 360, answer: { ...anAnswer(2, [aReview({ title: LONG, body: LONG, author: LONG, reply: LONG, verified: true, fromStore: true, helpful: 123_456 })]) } }],
    ['a video without a picture', '', { answer: withFiles(aFile({ kind: 'video', id: 'clip_1' }), aFile()) }],
  ] as const)('%s: breaks no rule and stays within its column', async (name, query, how) => {
    const { page, complaints, shoot } = await show(query, how);
    expect(await complaintsOfAxe(page, '.placed')).toEqual([]);
    expect(await widest(page)).toBeLessThanOrEqual(0);
    await shoot(`state-${name.replaceAll(' ', '-')}`);
    expect(complaints.filter((text) => !text.includes('/__wixmedia/'))).toEqual([]);
  });

  it.each([['ordinary colors', 'none'], ['forced colors', 'active']] as const)('pictures that are gone break no rule, in the row and in the viewer, in %s', async (name, forcedColors) => {
    const { page, shoot } = await browser.open(`${sandbox.url}/site/`, 390);
    await page.emulateMedia({ forcedColors });
    await page.route('**/__wixmedia/**', (route) => route.fulfill({ status: 404 }));
    await page.goto(`${sandbox.url}/site/reviews?gallery.layout=carousel&helpful.count=1`);
    await everythingSeen(page);
    await page.locator('review-relay-gallery .missing').first().waitFor();
    expect(await complaintsOfAxe(page, '.placed')).toEqual([]);
    await page.locator('review-relay-gallery a.tile').first().click();
    await page.locator('dialog:not([aria-busy])').waitFor();
    await page.locator('dialog').getByText('This photo is no longer there.').first().waitFor();
    expect(await complaintsOfAxe(page, 'body > div:last-of-type')).toEqual([]);
    await shoot(`state-pictures-gone-${name.replaceAll(' ', '-')}`);
  });

  it('a page that takes the gallery away while a photo is just being opened takes the photo along', async () => {
    const { page } = await show('', { answer: withFiles(aFile(), aFile()) });
    await page.evaluate(() => {
      const watch = new MutationObserver(() => {
        if (!Array.from(document.querySelectorAll('body > div')).some((host) => host.shadowRoot?.querySelector('dialog'))) return;
        watch.disconnect();
        document.querySelector('review-relay-gallery')?.remove();
      });
      watch.observe(document.body, { childList: true });
    });
    await page.locator('review-relay-gallery a.tile').first().click();
    await page.locator('review-relay-gallery').waitFor({ state: 'detached' });
    await page.locator('dialog').waitFor({ state: 'detached' });
  });

  it('a video without a picture has the play mark and no sentence about photos', async () => {
    const { page } = await show('', { answer: withFiles(aFile({ kind: 'video', id: 'clip_1' })) });
    const tile = page.locator('review-relay-gallery a.tile');
    expect([await tile.locator('.play').count(), await tile.locator('.film').count(), await tile.textContent()]).toEqual([1, 1, '']);
  });

  it.each(['', 'gallery.layout=carousel&helpful.layout=row', 'helpful.layout=grid'])('a skeleton is as high as what takes its place, with "%s"', async (query) => {
    const { page } = await browser.open(`${sandbox.url}/site/`);
    let answer = (): void => undefined;
    const held = new Promise<void>((resolve) => { answer = resolve; });
    await page.route(ASKED, async (route) => { await held; await route.continue(); });
    await page.goto(`${sandbox.url}/site/reviews?${query}`);
    const heights = () => page.evaluate(() => ['review-relay-helpful', 'review-relay-gallery'].map((tag) => document.querySelector(tag)?.shadowRoot?.querySelector('.box')?.getBoundingClientRect().height));
    await page.locator('review-relay-gallery .bone').first().waitFor();
    await page.locator('review-relay-helpful .bone').first().waitFor();
    const before = await heights();
    answer();
    await everythingSeen(page);
    expect(await heights()).toEqual(before);
  });

  it('nothing moves by itself for those who asked for less motion', async () => {
    const { page } = await show('gallery.layout=carousel', { media: { reducedMotion: 'reduce' } });
    const motion = await page.locator('review-relay-gallery').evaluate((host) => Array.from(host.shadowRoot?.querySelectorAll('*') ?? [], (each) => {
      const { animationName, scrollBehavior, transitionDuration } = getComputedStyle(each);
      return `${animationName} ${scrollBehavior} ${transitionDuration}`;
    }));
    expect([...new Set(motion)]).toEqual(['none auto 0s']);
  });
});

describe('what strangers might put where an address or an answer stands', () => {
  it('never runs and never leaves for another host', async () => {
    const reviews = EVIL.map((text, place) => aReview({ id: text, author: text, title: text, body: text, reply: text, writtenAt: text, helpful: place + 1 }));
    const files = EVIL.flatMap((text, review) => [aFile({ id: text, review }), aFile({ kind: 'video', id: text, poster: text, review })]);
    const { page } = await show('', { answer: { helpful: reviews, photos: { reviews, files } } });
    const more = page.locator('review-relay-helpful').getByRole('button', { name: 'Read more' });
    for (const [place] of EVIL.entries()) {
      await more.first().click();
      await expect.poll(() => more.count()).toBe(EVIL.length - 1 - place);
    }
    await page.locator('review-relay-gallery a.tile').nth(1).click();
    await page.locator('dialog:not([aria-busy])').waitFor();
    const addresses = await page.evaluate(() => Array.from(document.querySelectorAll('review-relay-gallery, body > div')).flatMap((host) => Array.from(host.shadowRoot?.querySelectorAll('[href], [src], [poster]') ?? [], (each) => ['href', 'src', 'poster'].map((name) => each.getAttribute(name))).flat()).filter((text) => text !== null));
    expect(addresses.length).toBeGreaterThan(EVIL.length);
    expect(addresses.filter((text) => !/^(?:https:\/\/(?:static|video)\.wixstatic\.com\/|\/__wixmedia\/)/u.test(text))).toEqual([]);
    expect(await page.evaluate(() => 'hit' in window)).toBe(false);
  });
});
