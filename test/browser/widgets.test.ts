import { describe, expect, it } from 'vitest';
import type { TestBrowser } from '../support/browser';
import { onStage } from '../support/on-stage';
import type { RunningSandbox } from '../support/start-sandbox';
import { measure, visit, visitLate } from '../support/widget-page';

const WIDTHS = [1280, 360] as const;
/** More than any of these lists and galleries takes. */
const ENOUGH_ROOM_PX = 3_200;
/** Decision 0018. What counts as good is 0.1. */
const A_LITTLE = 0.04;
const NO_SUCH_PRODUCT = 'no-such-product';

let sandbox: RunningSandbox;
let browser: TestBrowser;

onStage((stage) => { ({ sandbox, browser } = stage); });

const reviews = (query = ''): string => `${sandbox.url}/site/reviews${query}`;

describe('the widgets on a page of the site', () => {
  it.each(WIDTHS)('ask once each and load no more than they show, at %i pixels', async (width) => {
    const { page, complaints, shoot } = await visit(browser, reviews(), width);
    const { asked, scripts } = await measure(page);
    expect(asked).toBe(2);
    expect(scripts).not.toContain('lightbox');
    expect(scripts).not.toContain('sample-answer');
    await shoot(`widgets-${width}`);
    expect(complaints).toEqual([]);
  });

  describe('whose scripts come long after the page was painted', () => {
    it.each([
      ['', 1280],
      ['', 360],
      ['&gallery.layout=carousel&helpful.layout=row', 1280],
      ['&gallery.count=200', 1280],
      [`&gallery.product-id=${NO_SUCH_PRODUCT}&helpful.product-id=${NO_SUCH_PRODUCT}`, 1280],
      ['&dir=rtl&theme=dark&gallery.layout=carousel&helpful.count=3', 320],
    ] as const)('move nothing where they have room: %s, at %i pixels', async (query, width) => {
      const { page, complaints } = await visitLate(browser, reviews(`?room=${ENOUGH_ROOM_PX}${query}`), width);
      expect((await measure(page)).shift).toBe(0);
      expect(complaints).toEqual([]);
    });

    it.each(WIDTHS)('move what stands below at most once, and a little, where they have less room, at %i pixels', async (width) => {
      const { page } = await visitLate(browser, reviews(), width);
      const { shift, shifts } = await measure(page);
      expect(shifts).toBeLessThanOrEqual(1);
      expect(shift).toBeLessThan(A_LITTLE);
    });
  });

  it('share one request between two of a kind, each with its own settings', async () => {
    const { page } = await visit(browser, reviews('?twice'));
    expect((await measure(page)).asked).toBe(2);
    await page.evaluate(() => { document.querySelectorAll('review-relay-gallery')[1]?.setAttribute('heading', 'Mine'); });
    await page.getByRole('heading', { name: 'Mine' }).waitFor();
    expect(await page.getByRole('heading', { name: 'Photos from customers' }).count()).toBe(1);
  });

  it('ask nobody in the editor and show samples', async () => {
    const { page } = await visit(browser, reviews('?mode=Editor'));
    expect((await measure(page)).asked).toBe(0);
    expect(await page.getByText('Sample reviews.').count()).toBe(2);
  });

  it('are read and shown right to left, on a dark site, in a narrow column', async () => {
    const { page, complaints, shoot } = await visit(browser, reviews('?dir=rtl&theme=dark&gallery.layout=carousel&helpful.count=3'), 320);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await shoot('widgets-320-rtl-dark');
    expect(complaints).toEqual([]);
  });

  it('stay within a column of 200 pixels', async () => {
    const { page, shoot } = await visit(browser, reviews('?width=200&helpful.count=2&gallery.count=4'), 360);
    const wide = await page.evaluate(() => ['review-relay-helpful', 'review-relay-gallery'].filter((tag) => (document.querySelector(tag)?.shadowRoot?.querySelector('.box')?.scrollWidth ?? 999) > 200));
    expect(wide).toEqual([]);
    await shoot('widgets-200');
  });
});
