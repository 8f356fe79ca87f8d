import type { Frame, FrameLocator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { advice } from '../../src/core/advice';
import { DEMO_STORE_KEYS } from '../support/demo-store-keys';
import { lookForFaults, sidewaysPx } from '../support/look-for-faults';
import { launchBrowser, type TestBrowser, type TestPage } from '../support/browser';
import { startSandbox, type RunningSandbox } from '../support/start-sandbox';

const sitesShape = z.object({ sites: z.array(z.object({ id: z.string() })) });

const SEEN = { timeout: 60_000 };
/** What is left for the page when the host's menu stands beside it in a window of 470 pixels. */
const WIDTHS = [470, 1024, 1280, 1920] as const;
const MIRRORED = [1024, 1280, 1920] as const;

let sandbox: RunningSandbox;
let bare: RunningSandbox;
let browser: TestBrowser;

beforeAll(async () => {
  [sandbox, bare, browser] = await Promise.all([startSandbox({ byHand: true, switches: { quota: 'off' } }), startSandbox({ empty: true, switches: { quota: 'off' } }), launchBrowser()]);
  await (await bare.endpoint('sync/connect', await bare.token('USER'), DEMO_STORE_KEYS)).text();
});

afterAll(async () => {
  await browser.close();
  await sandbox.stop();
  await bare.stop();
});

/** What is done to a page before it is opened. */
type Prepare = (page: Page) => Promise<unknown>;

const app = (page: Page): FrameLocator => page.frameLocator('#stage iframe');

function frameOf(page: Page): Frame {
  return page.frames().find((one) => one !== page.mainFrame() && one.url() !== 'about:blank') ?? expect.fail('Expected the page in its frame');
}

async function open(at: RunningSandbox, path: string, before: Prepare = async () => undefined): Promise<TestPage> {
  const opened = await browser.open(`${at.url}/`);
  opened.expectRefusals();
  await before(opened.page);
  await opened.page.goto(`${at.url}/dashboard/${path}`);
  return opened;
}

/** Shows it in every width, and mirrored, and holds it against what a machine can find. The page is closed: an open one goes on asking. */
async function examine({ page, shoot }: TestPage, name: string): Promise<void> {
  const frame = frameOf(page);
  for (const width of WIDTHS) {
    // The frame scrolls by itself, so a picture of all of it needs a tall window.
    await page.setViewportSize({ width, height: 1300 });
    await shoot(`state-${name}-${String(width)}`);
    if (width <= 1280) expect(await lookForFaults(frame, 'serious')).toEqual([]);
    expect(await sidewaysPx(frame)).toBeLessThanOrEqual(0);
  }
  await frame.evaluate(() => { document.documentElement.dir = 'rtl'; });
  for (const width of MIRRORED) {
    await page.setViewportSize({ width, height: 1300 });
    await shoot(`state-${name}-rtl-${String(width)}`);
    expect(await sidewaysPx(frame)).toBeLessThanOrEqual(0);
  }
  await page.context().close();
}

/** Answers an endpoint as the app does when it cannot; the browser itself remarks on the status, which is no fault of ours. */
function failing(pattern: string, code: string, sentence: string, action: string, status: number): Prepare {
  return (page) => page.route(pattern, (route) => route.fulfill({ status, json: { error: { code, sentence, action } } }));
}

const REFUSALS = [
  ['wrong-address', { url: 'https://nobody.example' }, 'No store answers at this address.'],
  ['wrong-key', { key: 'ck_of_somebody_else' }, 'The store does not accept these keys.'],
  ['http', { url: 'http://demo-store.example' }, 'This address begins with http, so the keys would travel in the open.'],
  ['self-signed', { url: 'https://self-signed.example' }, 'A store answers here, but its security certificate is not one that browsers trust.'],
  ['not-woocommerce', { url: 'https://blog.example' }, 'There is a website at this address, but no WooCommerce.'],
  ['firewall', { url: 'https://walled.example' }, 'A firewall in front of the store showed a page of its own and turned the app away.'],
] as const;

describe.each(REFUSALS)('connecting that fails: %s', (name, change, sentence) => {
  it('has a message of its own at the field that is at fault, and keeps what was typed', async () => {
    const opened = await open(sandbox, 'setup');
    const { page, complaints } = opened;
    const typed = { ...DEMO_STORE_KEYS, ...change };
    for (const [label, text] of [['Store address', typed.url], ['Consumer key', typed.key], ['Consumer secret', typed.secret]] as const) await app(page).getByLabel(label).fill(text);
    await app(page).getByRole('button', { name: 'Connect', exact: true }).click();
    await app(page).getByRole('alert').getByText(sentence).waitFor(SEEN);
    expect(await app(page).getByLabel('Consumer secret').inputValue()).toBe(typed.secret);
    await examine(opened, `connect-${name}`);
    expect(complaints).toEqual([]);
  });
});

describe('connecting the shop of before at a new address', () => {
  it('says how much of it was found there, and has one button to go on', async () => {
    const moved: Prepare = (page) => page.route('**/api/sync/connect', (route) => route.fulfill({ status: 409, json: { error: { code: 'STORE_MOVED', sentence: 'It looks the same.', action: 'Go on', got: '98 of 100 reviews' } } }));
    const opened = await open(sandbox, 'setup', moved);
    const { page, complaints } = opened;
    for (const [label, text] of [['Store address', 'https://new-name.example'], ['Consumer key', DEMO_STORE_KEYS.key], ['Consumer secret', DEMO_STORE_KEYS.secret]] as const) await app(page).getByLabel(label).fill(text);
    await app(page).getByRole('button', { name: 'Connect', exact: true }).click();
    await app(page).getByRole('alert').getByText(/same shop at a new address: 98 of 100 reviews/u).waitFor(SEEN);
    await app(page).getByRole('button', { name: 'Go on with this shop' }).waitFor(SEEN);
    await examine(opened, 'connect-moved');
    expect(complaints).toEqual([]);
  });
});

interface State {
  readonly name: string;
  readonly at: 'full' | 'bare';
  readonly path: string;
  readonly seen: string | RegExp;
  readonly before?: Prepare;
}

const NOT_READY = ['STORAGE_NOT_READY', "The app's storage on your site is still being set up.", 'Wait a minute, then try again', 503] as const;
const { sentence, action } = advice('NOT_ALLOWED');
const NOT_ALLOWED = ['NOT_ALLOWED', sentence, action.label, 403] as const;
const offline: Prepare = (page) => page.route('**/api/**', (route) => route.abort());
/** The shop of the empty site, uninstalled for one test. */
const withoutStores: Prepare = () => setCatalog('STORES_NOT_INSTALLED');

async function setCatalog(catalogVersion: 'V3_CATALOG' | 'STORES_NOT_INSTALLED'): Promise<void> {
  const { sites: [site] } = sitesShape.parse(await (await fetch(`${bare.url}/__wix/sites`)).json());
  const answer = await fetch(`${bare.url}/__wix/sites/${site?.id ?? ''}`, { method: 'PATCH', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ catalogVersion }) });
  if (!answer.ok) throw new Error(`Expected the site to change, got ${await answer.text()}`);
}

/** Never answers, so that what is shown meanwhile stays. */
const hanging = (pattern: string): Prepare => (page) => page.route(pattern, () => undefined);

const STATES: readonly State[] = [
  { name: 'sync-first-use', at: 'full', path: 'sync', seen: 'Made-up reviews, on this page only: nothing is copied, and nobody is told of them.' },
  { name: 'sync-loading', at: 'bare', path: 'sync', seen: 'Reviews sync', before: hanging('**/api/sync/status*') },
  { name: 'sync-not-ready', at: 'bare', path: 'sync', seen: NOT_READY[1], before: failing('**/api/sync/status*', ...NOT_READY) },
  { name: 'sync-not-allowed', at: 'bare', path: 'sync', seen: NOT_ALLOWED[1], before: failing('**/api/sync/status*', ...NOT_ALLOWED) },
  { name: 'sync-offline', at: 'bare', path: 'sync', seen: 'The app could not be reached.', before: offline },
  { name: 'sync-empty', at: 'bare', path: 'sync', seen: 'No reviews yet' },
  { name: 'sync-no-results', at: 'bare', path: 'sync?q=nothing+like+it', seen: 'No reviews of a product called “nothing like it”' },
  { name: 'sync-list-error', at: 'bare', path: 'sync', seen: 'Too many requests.', before: failing('**/api/sync/links*', 'WIX_RATE_LIMITED', 'Too many requests.', 'Try again in a minute', 429) },
  { name: 'setup-first-use', at: 'full', path: 'setup', seen: 'Consumer secret' },
  { name: 'setup-loading', at: 'bare', path: 'setup', seen: 'Connect your store, see what would happen, then start.', before: hanging('**/api/setup/status*') },
  { name: 'setup-not-ready', at: 'bare', path: 'setup', seen: NOT_READY[1], before: failing('**/api/setup/status*', ...NOT_READY) },
  { name: 'setup-not-allowed', at: 'bare', path: 'setup', seen: NOT_ALLOWED[1], before: failing('**/api/setup/status*', ...NOT_ALLOWED) },
  { name: 'setup-offline', at: 'bare', path: 'setup', seen: 'The app could not be reached.', before: offline },
  { name: 'setup-no-products', at: 'bare', path: 'setup?step=products', seen: /Your Wix site shows no products/u },
  { name: 'setup-no-stores', at: 'bare', path: 'setup?step=products', seen: 'Wix Stores is not installed', before: withoutStores },
  { name: 'setup-products-none', at: 'bare', path: 'setup?step=products&view=suggested', seen: 'No suggestion waits for you.' },
  { name: 'setup-products-no-results', at: 'bare', path: 'setup?step=products&view=matched&q=nothing+like+it', seen: 'No product of this view has that in its name.' },
  { name: 'setup-people-none', at: 'bare', path: 'setup?step=people', seen: /0 reviews|no reviews/iu },
  { name: 'setup-fields-loading', at: 'bare', path: 'setup?step=fields', seen: 'Which part of a review crosses, and whose word counts.', before: hanging('**/api/setup/fields*') },
  { name: 'setup-preview-none', at: 'bare', path: 'setup?step=preview', seen: 'Make the preview' },
  { name: 'setup-run-none', at: 'bare', path: 'setup?step=run', seen: 'Nothing has been copied so far.' },
];

describe('every state of the pages', () => {
  afterEach(() => setCatalog('V3_CATALOG'));

  it.each(STATES)('$name is one of its own, whole at every width and free of faults', async ({ name, at, path, seen, before }) => {
    const opened = await open(at === 'full' ? sandbox : bare, path, before);
    await app(opened.page).getByText(seen).first().waitFor(SEEN);
    await examine(opened, name);
    expect(opened.complaints).toEqual([]);
  });
});

describe('the example on the first page', () => {
  it('is marked as one, goes with one press, stays away, and comes back when asked for', async () => {
    const { page } = await open(sandbox, 'sync');
    await app(page).getByRole('list', { name: 'Example reviews' }).waitFor(SEEN);
    await app(page).getByRole('button', { name: 'Remove the example' }).click();
    await app(page).getByRole('list', { name: 'Example reviews' }).waitFor({ state: 'detached' });
    await page.reload();
    await app(page).getByRole('button', { name: 'Show an example of this page' }).click(SEEN);
    await app(page).getByRole('list', { name: 'Example reviews' }).waitFor(SEEN);
    const status = await (await sandbox.endpoint('sync/status', await sandbox.token('USER'))).json();
    expect(status).toEqual({ kind: 'disconnected', copied: false });
  });
});

describe('a page that the caller may not see', () => {
  it.each([['sync', '**/api/sync/status*'], ['setup', '**/api/setup/status*']])('%s: says whom to ask, and offers nothing that cannot help', async (path, pattern) => {
    const { page } = await open(bare, path, failing(pattern, ...NOT_ALLOWED));
    await app(page).getByText(NOT_ALLOWED[2]).waitFor(SEEN);
    expect(await app(page).getByRole('button', { name: 'Try again' }).count()).toBe(0);
  });
});

describe('a page that was not ready', () => {
  it.each([['sync', '**/api/sync/status*', 'Sync health'], ['setup', '**/api/setup/status*', 'Setup steps']])('%s: is there after one press of Try again', async (path, pattern, then) => {
    const { page } = await open(bare, path, failing(pattern, ...NOT_READY));
    await app(page).getByText(NOT_READY[1]).waitFor(SEEN);
    await page.unroute(pattern);
    await app(page).getByRole('button', { name: 'Try again' }).first().click();
    await app(page).getByLabel(then).first().waitFor(SEEN);
  });
});
