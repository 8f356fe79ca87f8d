import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { Complaints } from './complaints';

/** Pictures are for looking at: taken when somebody asks for them, since all of them together take a minute. */
const WANTS_SHOTS = process.env['RELAY_SHOTS'] === '1';
const SHOTS_DIR = fileURLToPath(new URL('../../test-output/screenshots/', import.meta.url));
const FLAGS = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
  // Swiping right on a page goes back in its history, which no style can keep this browser from.
  '--overscroll-history-navigation=0',
];

export interface TestPage {
  readonly page: Page;
  /** What the page complained about since it was opened. */
  readonly complaints: readonly string[];
  /** For a test that refuses the page's requests, or answers them with an error. */
  expectRefusals(): void;
  shoot(name: string): Promise<void>;
}

export interface TestBrowser {
  /** A person with their own cookies. */
  open(url: string, width?: number, how?: { readonly hasTouch?: boolean }): Promise<TestPage>;
  close(): Promise<void>;
}

export async function launchBrowser(): Promise<TestBrowser> {
  const browser: Browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: FLAGS });
  return {
    async open(url, width = 1280, { hasTouch = false } = {}) {
      const context = await browser.newContext({ viewport: { width, height: 860 }, hasTouch });
      await closeNetwork(context, new URL(url).origin);
      const page = await context.newPage();
      const complaints = new Complaints(page);
      await page.goto(url);
      return { page, complaints: complaints.list, expectRefusals: () => complaints.expectRefusals(), shoot: (name) => shoot(page, name) };
    },
    close: () => browser.close(),
  };
}

/** Fonts and pictures that Wix serves are looked for on the internet; here they are simply not there. */
async function closeNetwork(context: BrowserContext, origin: string): Promise<void> {
  await context.route((url) => url.origin !== origin && url.protocol.startsWith('http'), (route) => {
    const kind = route.request().resourceType();
    const isDecoration = kind === 'font' || kind === 'image' || kind === 'stylesheet';
    return isDecoration ? route.fulfill({ status: 204 }) : route.abort();
  });
}

async function shoot(page: Page, name: string): Promise<void> {
  if (!WANTS_SHOTS) return;
  mkdirSync(SHOTS_DIR, { recursive: true });
  await page.screenshot({ path: path.join(SHOTS_DIR, `${name}.png`), fullPage: true });
}
