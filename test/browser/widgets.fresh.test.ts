import { beforeAll, describe, expect, it } from 'vitest';
import type { TestBrowser } from '../support/browser';
import { onStage } from '../support/on-stage';
import type { SharedProduct } from '../support/sandbox-client';
import type { RunningSandbox } from '../support/start-sandbox';
import { everythingSeen, visit } from '../support/widget-page';

/** Each would run, or break out of where it stands, if it were ever taken for markup. */
const XSS = [
  '<script>window.hit=1</script>', '<img src=x onerror="window.hit=1">', '"><svg/onload=window.hit=1>', "javascript:window.hit=1", '<iframe srcdoc="<script>parent.hit=1</script>">',
  '{{constructor.constructor("window.hit=1")()}}', '</style><script>window.hit=1</script>', '</script><script>window.hit=1</script>', '&lt;img src=x onerror=window.hit=1&gt;', '`$' + '{window.hit=1}`',
] as const;

let sandbox: RunningSandbox;
let browser: TestBrowser;
let product: SharedProduct;

onStage((stage) => { ({ sandbox, browser } = stage); });

beforeAll(async () => {
  product = await sandbox.quietProduct();
});

/** As a visitor of the site; `images` are ids of the media manager. */
async function write(change: Readonly<Record<string, unknown>>): Promise<string> {
  const path = `${sandbox.url}/__wix/sites/${await sandbox.instanceId()}/reviews`;
  const sent = { entityId: product.wixId, rating: 5, title: 'Fine', body: 'Fits.', author: { name: 'Ann Lee', email: 'ann.lee.99@example.com' }, ...change };
  const response = await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(sent) });
  expect(response.status).toBe(200);
  return ((await response.json()) as { readonly review: { readonly id: string } }).review.id;
}

const act = async (id: string, action: string, sent: object): Promise<void> => {
  const path = `${sandbox.url}/__wix/sites/${await sandbox.instanceId()}/reviews/${id}/${action}`;
  expect((await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(sent) })).status).toBe(200);
};

const page = (query: string): string => `${sandbox.url}/site/reviews?${query}`;
const ofProduct = (): string => `helpful.product-id=${product.wixId}&gallery.product-id=${product.wixId}`;

describe('what strangers and owners write', () => {
  it('never runs, in reviews, in captions and in settings', async () => {
    for (const [place, text] of XSS.entries()) {
      await write({ title: text, body: text, author: { name: text, email: `x${place}@example.com` }, images: [{ id: `xss_${place}~mv2.jpg`, width: 800, height: 600 }] });
    }
    const settings = new URLSearchParams(['helpful', 'gallery'].flatMap((tag) => ['heading', 'empty-text', 'alt-pattern', 'accent-color', 'text-color', 'layout', 'count'].map((name) => [`${tag}.${name}`, XSS[1]])));
    for (const query of [ofProduct(), `${ofProduct()}&${settings.toString()}`]) {
      const { page: opened, complaints } = await visit(browser, page(query));
      const dialogs: string[] = [];
      opened.on('dialog', (dialog) => { dialogs.push(dialog.message()); void dialog.dismiss(); });
      await opened.locator('review-relay-gallery a.tile').first().click();
      await opened.locator('dialog:not([aria-busy])').waitFor();
      for (let slide = 1; slide < XSS.length; slide += 1) await opened.keyboard.press('ArrowRight');
      await opened.getByText(`${XSS.length} of `).waitFor();
      expect(await opened.evaluate(() => 'hit' in window)).toBe(false);
      expect([dialogs, complaints]).toEqual([[], []]);
    }
  });
});

describe('after the page is loaded again', () => {
  it('a new vote and a newly approved photo are there', async () => {
    const query = ofProduct();
    const { page: opened, shoot } = await visit(browser, page(query));
    const tiles = () => opened.locator('review-relay-gallery a.tile').count();
    const before = await tiles();
    const id = await write({ author: { name: 'Newcomer', email: 'newcomer@example.com' }, body: 'Brand new.', images: [{ id: 'fresh_1~mv2.jpg', width: 800, height: 600 }] });
    await act(id, 'moderate', { status: 'REJECTED' });
    await opened.reload();
    await everythingSeen(opened);
    expect(await tiles()).toBe(before);
    await act(id, 'moderate', { status: 'APPROVED' });
    for (let vote = 0; vote < 3; vote += 1) await act(id, 'vote', { kind: 'helpful' });
    await opened.reload();
    await everythingSeen(opened);
    await opened.getByText('3 found it helpful').waitFor();
    expect(await tiles()).toBe(before + 1);
    await shoot('widgets-fresh');
  });
});
