import { beforeAll, describe, expect, it } from 'vitest';
import type { TestBrowser } from '../support/browser';
import { onStage } from '../support/on-stage';
import type { RunningSandbox } from '../support/start-sandbox';
import { complaintsOfAxe, measure, visit } from '../support/widget-page';

let sandbox: RunningSandbox;
let browser: TestBrowser;
/** The product with the most photos of customers. */
let productId: string;

onStage((stage) => { ({ sandbox, browser } = stage); });

beforeAll(async () => {
  const photos = new Map<string, number>();
  for (const { entityId, content } of await sandbox.wixReviews()) photos.set(entityId, (photos.get(entityId) ?? 0) + content.media.length);
  [productId = ''] = [...photos].toSorted(([, left], [, right]) => right - left).map(([id]) => id);
});

const LOOKS = [['on a wide screen', '', 1280], ['on a narrow screen', '', 320], ['right to left and dark', 'dir=rtl&theme=dark', 320]] as const;

describe.each(['new', 'old'])('the %s product page of Wix Stores', (kind) => {
  it.each(LOOKS)('shows photos and reviews of its product with one request, %s', async (look, query, width) => {
    const { page, complaints, shoot } = await visit(browser, `${sandbox.url}/site/product/${productId}?product-page=${kind}&${query}`, width);
    const plugin = page.locator('review-relay-product');
    await plugin.locator('a.tile img').first().waitFor();
    await plugin.locator('article').first().waitFor();
    expect((await measure(page)).asked).toBe(1);
    expect(await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).searchParams.get('product')).filter((id) => id !== null))).toEqual([productId]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(await complaintsOfAxe(page, 'review-relay-product')).toEqual([]);
    await shoot(`product-${kind}-${look.replaceAll(' ', '-')}`);
    expect(complaints).toEqual([]);
  });
});
