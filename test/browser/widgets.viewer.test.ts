import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { TestBrowser } from '../support/browser';
import { onStage } from '../support/on-stage';
import type { RunningSandbox } from '../support/start-sandbox';
import { complaintsOfAxe, measure, visit } from '../support/widget-page';

let sandbox: RunningSandbox;
let browser: TestBrowser;

onStage((stage) => { ({ sandbox, browser } = stage); });

const gallery = (query = '', width?: number) => visit(browser, `${sandbox.url}/site/reviews?helpful.count=1${query}`, width);
const tile = (page: Page, place: number) => page.locator('review-relay-gallery a.tile').nth(place);
/** Waits for this photo, and until the viewer has faded in: until then it hears no key. */
const at = async (page: Page, place: number): Promise<void> => {
  await page.getByText(new RegExp(`^${place} of \\d+$`, 'u')).waitFor();
  await page.locator('dialog:not([aria-busy])').waitFor();
};
/** The label of what has the focus, however deep in shadow roots. */
const focused = (page: Page) => page.evaluate(() => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement != null) element = element.shadowRoot.activeElement;
  return element?.getAttribute('aria-label') ?? element?.getAttribute('title') ?? element?.tagName ?? null;
});

describe('the viewer for large photos', () => {
  it('is loaded at the first tap, is a dialog that breaks no rule, and is gone when closed', async () => {
    const { page, complaints, shoot } = await gallery();
    await tile(page, 2).click();
    await at(page, 3);
    expect((await measure(page)).scripts.filter((name) => name === 'lightbox')).toHaveLength(1);
    await page.getByRole('dialog', { name: 'Customer photos' }).waitFor();
    await shoot('viewer');
    expect(await complaintsOfAxe(page, 'body > div:last-of-type')).toEqual([]);
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
  });

  it('is used with the keyboard alone, and gives the focus back to its tile', async () => {
    const { page } = await gallery();
    // Its neighbour is a video, whose controls must not be reached from here.
    await tile(page, 2).focus();
    const label = await focused(page);
    await page.keyboard.press('Enter');
    await at(page, 3);
    expect(await focused(page)).toBe('Close');
    await page.keyboard.press('ArrowRight');
    await at(page, 4);
    await page.keyboard.press('ArrowLeft');
    await at(page, 3);
    const seen = new Set<string | null>();
    for (let press = 0; press < 8; press += 1) {
      await page.keyboard.press('Tab');
      seen.add(await focused(page));
    }
    // The words below can be scrolled; from the last stop the browser's own bar comes before the first.
    expect([...seen].toSorted()).toEqual(['BODY', 'Close', 'DIV', 'Next', 'Previous', 'Zoom'].toSorted());
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await focused(page)).toBe(label);
  });

  it('goes the way the page reads', async () => {
    const { page, shoot } = await gallery('&dir=rtl', 360);
    await tile(page, 0).click();
    await at(page, 1);
    await page.keyboard.press('ArrowLeft');
    await at(page, 2);
    await shoot('viewer-360-rtl');
  });

  it('plays videos from Wix, with their controls, and stops them on the way on', async () => {
    const { page } = await gallery();
    const videos = page.locator('review-relay-gallery a.tile:has(.play)');
    await videos.first().click();
    const video = page.locator('dialog video').first();
    await video.waitFor();
    expect(await video.getAttribute('controls')).toBe('');
    await video.evaluate((element: HTMLVideoElement) => { element.muted = true; return element.play(); });
    await page.getByRole('button', { name: 'Close' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => Array.from(document.querySelectorAll('body > div')).every((host) => Array.from(host.shadowRoot?.querySelectorAll('video') ?? []).every(({ paused }) => paused)));
  });

  it('walks through every photo from the last tile', async () => {
    const { page } = await gallery('&gallery.count=4');
    await tile(page, 3).click();
    await at(page, 4);
    await page.keyboard.press('ArrowRight');
    await at(page, 5);
  });

  it('says so when a photo is gone, and goes on', async () => {
    const { page } = await gallery();
    await page.route('**/__wixmedia/static/media/**/fit/**', (route) => route.fulfill({ status: 404 }));
    await tile(page, 0).click();
    await at(page, 1);
    await page.getByText('This photo is no longer there.').first().waitFor();
    await page.keyboard.press('ArrowRight');
    await at(page, 2);
  });
});

describe('the carousel', () => {
  it('scrolls with its buttons, by keyboard too', async () => {
    const { page } = await gallery('&gallery.layout=carousel');
    const left = () => page.locator('review-relay-gallery .lane').evaluate(({ scrollLeft }) => scrollLeft);
    await page.getByRole('button', { name: 'Next' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(left).toBeGreaterThan(300);
    await page.getByRole('button', { name: 'Previous' }).click();
    await expect.poll(left).toBeLessThan(10);
  });
});
