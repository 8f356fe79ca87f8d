import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Frame, Page } from 'playwright-core';
import { lookForFaults, sidewaysPx } from '../support/look-for-faults';
import { launchBrowser, type TestBrowser, type TestPage } from '../support/browser';
import { startSandbox, type RunningSandbox } from '../support/start-sandbox';
import { until } from '../support/until';

const WALK_TIMEOUT_MS = 200_000;
const WAIT_MS = 30_000;

const previewShape = z.object({ preview: z.object({ state: z.string() }).nullable(), groups: z.record(z.string(), z.number()).nullable() });
const tickShape = z.object({ preview: z.object({ state: z.string() }).nullable() });
const statusShape = z.object({ run: z.object({ state: z.string() }).nullable(), outcomes: z.object({ matched: z.number(), 'created-on-wix': z.number(), 'created-in-store': z.number() }) });

let sandbox: RunningSandbox;
let running: RunningSandbox | null = null;
let browser: TestBrowser;
let token: string;
let hands: 'mouse' | 'keyboard' = 'keyboard';

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await running?.stop();
});

describe('from a fresh install to two shops in step', () => {
  it.each(['mouse', 'keyboard'] as const)('by %s alone, with nothing written before Start, and as it was foretold', async (way) => {
    hands = way;
    await freshInstall();
    const before = { wix: (await sandbox.wixReviews()).length, store: (await sandbox.storeReviews()).length };
    const { page, complaints, shoot } = await open('');
    await type(page, 'Store address', 'https://demo-store.example');
    await type(page, 'Consumer key', 'ck_demo_store_review_relay');
    await type(page, 'Consumer secret', 'cs_demo_store_review_relay');
    await shoot('setup-connect');
    expect(await faults(page)).toEqual([]);
    await press(page, /^Connect$/u);
    await seen(page, /of 143 store products are matched/u);
    await press(page, /^Leave all 6 unmatched$/u);
    await seen(page, 'Every product is decided.');
    await shoot('setup-products');
    await press(page, /^Match people$/u);
    await seen(page, /All 1,150 reviews were looked at/u);
    await shoot('setup-people');
    await press(page, /^Match fields$/u);
    await seen(page, 'Photos and videos');
    await shoot('setup-fields');
    await press(page, /^Preview$/u);
    await press(page, /^Make the preview$/u);
    await seen(page, /Nothing is written/u);
    await shoot('setup-preview-running');
    expect(await faults(page)).toEqual([]);
    const groups = await finishPreview();
    await seen(page, /would be copied/u);
    await press(page, /in conflict/u);
    await app(page).getByText('Written in the store', { exact: false }).first().waitFor({ timeout: WAIT_MS });
    await shoot('setup-preview');
    expect({ wix: (await sandbox.wixReviews()).length, store: (await sandbox.storeReviews()).length }).toEqual(before);

    await press(page, /^Start$/u);
    await seen(page, /You can leave this page/u);
    await shoot('setup-run');
    expect(await faults(page)).toEqual([]);
    await sandbox.backfill();
    await seen(page, 'All of it came out as the preview said.');
    await seen(page, /^In step\./u);
    await shoot('setup-done');
    const { outcomes } = statusShape.parse(await (await sandbox.endpoint('sync/status', token)).json());
    expect(outcomes).toEqual({ matched: groups['same'], 'created-on-wix': groups['create-on-wix'], 'created-in-store': groups['create-in-store'] });
    expect((await sandbox.wixReviews()).length - before.wix).toBe(groups['create-on-wix']);
    expect((await sandbox.storeReviews()).length - before.store).toBe(groups['create-in-store']);
    expect(complaints).toEqual([]);
  }, 400_000);
});

const STEPS = [['connect', 'Live changes'], ['products', 'Find a store product'], ['people', /reviews were looked at/u], ['fields', 'Photos and videos'], ['preview', /would be copied|Make the preview/u], ['run', /preview said|since the preview was made|compare with/u]] as const;

describe.each([560, 1024, 1280, 1920])('at %d pixels', (width) => {
  it.each(STEPS)('the step %s is whole, and free of faults that a machine can find', async (step, words) => {
    const { page, complaints, shoot } = await open(`?step=${step}`, width);
    await seen(page, words);
    await shoot(`setup-${step}-${width}`);
    expect(await faults(page)).toEqual([]);
    const frame = frameOf(page);
    expect(await sidewaysPx(frame)).toBeLessThanOrEqual(0);
    if (width >= 1024) {
      await frame.evaluate(() => { document.documentElement.dir = 'rtl'; });
      await shoot(`setup-${step}-rtl-${width}`);
      expect(await sidewaysPx(frame)).toBeLessThanOrEqual(0);
    }
    expect(complaints).toEqual([]);
  }, 90_000);
});

/** Both shops as they were before the app came. */
async function freshInstall(): Promise<void> {
  await running?.stop();
  running = sandbox = await startSandbox({ byHand: true, switches: { quota: 'off' } });
  token = await sandbox.token('USER');
}

function open(search: string, width?: number): Promise<TestPage> {
  return browser.open(`${sandbox.url}/dashboard/setup${search}`, width);
}

type App = ReturnType<Page['frameLocator']>;

function app(page: Page): App {
  return page.frameLocator('#stage iframe');
}

function frameOf(page: Page): Frame {
  const frame = page.frames().find((one) => one !== page.mainFrame() && one.url() !== 'about:blank');
  if (frame === undefined) throw new Error('Expected the page to be in its frame');
  return frame;
}

async function seen(page: Page, words: string | RegExp): Promise<void> {
  await app(page).getByText(words).first().waitFor({ timeout: WALK_TIMEOUT_MS });
}

/** Goes on with Tab until the control of that name has the focus, as a person without a mouse does. */
async function tabTo(page: Page, name: RegExp, most = 120): Promise<void> {
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press('Tab');
    if (name.test(await focusedName(page))) return;
  }
  throw new Error(`Expected Tab to reach ${String(name)}`);
}

function focusedName(page: Page): Promise<string> {
  return frameOf(page).evaluate(() => {
    const element = document.activeElement;
    if (element === null || !document.hasFocus()) return '';
    const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : null;
    return (element.getAttribute('aria-label') ?? label ?? element.textContent).trim();
  });
}

async function press(page: Page, name: RegExp): Promise<void> {
  const control = app(page).getByRole('button', { name });
  await control.first().waitFor({ timeout: WAIT_MS });
  if (hands === 'mouse') {
    await control.first().click();
    return;
  }
  await tabTo(page, name);
  await page.keyboard.press('Enter');
}

async function type(page: Page, label: string, text: string): Promise<void> {
  await app(page).getByLabel(label).waitFor({ timeout: WAIT_MS });
  if (hands === 'mouse') await app(page).getByLabel(label).click();
  else await tabTo(page, new RegExp(label, 'u'));
  await page.keyboard.type(text);
}

/** At the pace that the site's quota allows, the page alone takes two minutes; this one lends a hand. */
async function finishPreview(): Promise<Record<string, number>> {
  const tick = async (): Promise<string | undefined> => tickShape.parse(await (await sandbox.tick(token, 'setup/preview-tick')).json()).preview?.state;
  await until(tick, (state) => state === 'done', WALK_TIMEOUT_MS);
  const { groups } = previewShape.parse(await (await sandbox.endpoint('setup/preview', token)).json());
  if (groups === null) throw new Error('Expected the preview to have its numbers');
  return groups;
}

/** What a machine finds that is serious. The host's page around it is not ours. */
const faults = (page: Page): Promise<readonly string[]> => lookForFaults(frameOf(page), 'serious');
