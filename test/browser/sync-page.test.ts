import { readFile } from 'node:fs/promises';
import type { FrameLocator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { lookForFaults } from '../support/look-for-faults';
import type { TestBrowser, TestPage } from '../support/browser';
import { onStage } from '../support/on-stage';
import type { SharedProduct } from '../support/sandbox-client';
import type { RunningSandbox } from '../support/start-sandbox';
import { until } from '../support/until';

const WORK_TIMEOUT_MS = 180_000;
/** What is left for the page when the host's menu stands beside it in a window of 470 pixels. */
const NARROW_PX = 320;
const SEEN = { timeout: 60_000 };
/** What an owner waits for at most after a pause. */
const AFTER_A_PAUSE_MS = 20_000;

const runShape = z.object({ state: z.string(), kind: z.string(), absent: z.number(), startedAtMs: z.number() });
const statusShape = z.object({ run: runShape.nullable(), counts: z.object({ 'in-step': z.number(), waiting: z.number(), gone: z.number() }), outcomes: z.object({ 'created-on-wix': z.number(), 'created-in-store': z.number() }) });
const runsShape = z.object({ items: z.array(z.object({ run: runShape, copies: z.number().nullable() })) });
type Status = z.output<typeof statusShape>;

let sandbox: RunningSandbox;
let browser: TestBrowser;
let token: string;
let product: SharedProduct;

onStage((stage) => { ({ sandbox, browser } = stage); }, { walked: true });

beforeAll(async () => {
  token = await sandbox.token('USER');
  product = await sandbox.quietProduct();
});

const app = (page: Page): FrameLocator => page.frameLocator('#stage iframe');

async function open(query = '', width?: number): Promise<TestPage> {
  const opened = await browser.open(`${sandbox.url}/dashboard/sync${query}`, width);
  // The frame scrolls by itself, so a picture of all of it needs a tall window.
  await opened.page.setViewportSize({ width: width ?? 1280, height: 1900 });
  await app(opened.page).getByRole('status', { name: 'Sync health' }).waitFor(SEEN);
  return opened;
}

/** What axe holds against the page. */
function faults(page: Page): Promise<readonly string[]> {
  const frame = page.frames().find((each) => each !== page.mainFrame());
  if (frame === undefined) throw new Error('Expected the page to be in a frame');
  return lookForFaults(frame, 'serious');
}

/** Lends a hand as an outside scheduler would: at the page's own pace everything here would take many minutes. */
async function workUntil(accept: (status: Status) => boolean): Promise<Status> {
  const tick = async (): Promise<Status> => {
    await (await sandbox.tick(token)).text();
    return statusShape.parse(await (await sandbox.endpoint('sync/status', token)).json());
  };
  return until(tick, accept, WORK_TIMEOUT_MS);
}

/** Pictures of what is on the page now, narrower, wider and mirrored; then it is as before. */
async function shootInOtherShapes(page: Page, shoot: TestPage['shoot'], name: string): Promise<void> {
  const mirror = async (dir: string): Promise<void> => { await page.frames().find((each) => each !== page.mainFrame())?.evaluate((to) => { document.documentElement.dir = to; }, dir); };
  for (const width of [1024, 1920]) {
    await page.setViewportSize({ width, height: 1900 });
    await shoot(`${name}-${String(width)}`);
  }
  await mirror('rtl');
  for (const width of [1024, 1920, 1280]) {
    await page.setViewportSize({ width, height: 1900 });
    await shoot(`${name}-rtl-${String(width)}`);
  }
  await mirror('ltr');
}

async function turn(switches: Readonly<Record<string, unknown>>): Promise<void> {
  await fetch(`${sandbox.url}/__wix/switches`, { method: 'PATCH', headers: { 'content-type': 'application/json' }, body: JSON.stringify(switches) });
}

describe('a pair that was changed in both shops before either heard of it', () => {
  it('is a conflict side by side, and the value that was replaced can be brought back', async () => {
    await sandbox.writeOnWix(product, { name: 'Twofold', email: 'twofold@example.com', rating: 4, text: 'As it was.' });
    await sandbox.settle();
    await workUntil(({ counts }) => counts.waiting === 0);
    const [onWix, inStore] = [(await sandbox.wixReviews()).find(({ content }) => content.body === 'As it was.'), (await sandbox.storeReviews()).find(({ content }) => content.includes('As it was.'))];
    expect([onWix?.content.body, inStore?.rating]).toEqual(['As it was.', 4]);
    await sandbox.endpoint('sync/pause', token, { paused: true });
    await sandbox.wix.call('edit', onWix?.id, { rating: 4, title: '', body: 'Said on Wix.' });
    await sandbox.store.call('edit', inStore?.id, { text: 'Said in the store.' });
    await sandbox.settle();
    const { page, complaints, shoot } = await open();
    // Nobody lends the open page a hand: its own ticks find what waited.
    await app(page).getByRole('button', { name: 'Resume sync' }).click();
    await app(page).getByRole('list', { name: 'Conflicts' }).getByText('Said in the store.').waitFor({ timeout: AFTER_A_PAUSE_MS });
    await shoot('sync-conflict');
    expect(await faults(page)).toEqual([]);
    await shootInOtherShapes(page, shoot, 'sync-conflict');
    await app(page).getByRole('button', { name: 'Bring this back: the text that was replaced' }).click();
    await app(page).getByText('No conflicts').waitFor(SEEN);
    await sandbox.settle();
    await workUntil(({ counts }) => counts.waiting === 0);
    expect((await sandbox.wixReviews()).find(({ id }) => id === onWix?.id)?.content.body).toBe('Said in the store.');
    expect((await sandbox.storeReviews()).find(({ id }) => id === inStore?.id)?.content).toContain('Said in the store.');
    expect(complaints).toEqual([]);
  });
});

const ledgerShape = z.object({ items: z.array(z.object({ id: z.string() })), next: z.string().nullable() });
const STATE_NAMES = { All: '', Agree: 'in-step', Waiting: 'waiting', Skipped: 'skipped', Unmatched: 'unmatched', 'Need you': 'blocked', Gone: 'gone' } as const;

/** Rows of the ledger, read one page after the other as the page's "Load more" does. */
async function rowsIn(state: string): Promise<number> {
  const ids = new Set<string>();
  for (let cursor: string | null = ''; cursor !== null;) {
    const query = new URLSearchParams({ per: '100', ...(state === '' ? {} : { state }), ...(cursor === '' ? {} : { cursor }) });
    const page = ledgerShape.parse(await (await sandbox.endpoint(`sync/links?${query.toString()}`, token)).json());
    for (const { id } of page.items) ids.add(id);
    cursor = page.next;
  }
  return ids.size;
}

const numberIn = (text: string): number => Number(text.replace(/\D/gu, ''));

const codesShape = z.object({ items: z.array(z.object({ code: z.string().nullable() })) });
const conflictsShape = z.object({ total: z.number(), items: z.array(z.unknown()) });

async function codesIn(state: string): Promise<readonly (string | null)[]> {
  return codesShape.parse(await (await sandbox.endpoint(`sync/links?per=100&state=${state}`, token)).json()).items.map(({ code }) => code);
}

/** One of each kind that a person may have to look at: a conflict, one that failed, one that is left out, and one that Wix keeps. */
async function makeTrouble(): Promise<void> {
  for (const name of ['Torn', 'Kept']) await sandbox.writeOnWix(product, { name, email: `${name.toLowerCase()}@example.com`, rating: 4, text: `${name}, as it was.` });
  await sandbox.writeInStore(product, { name: 'Long', email: 'long@example.com', rating: 4, text: 'It goes on. '.repeat(2_000) });
  await sandbox.writeInStore(product, { name: 'Starless', email: 'starless@example.com', rating: 0, text: 'No stars.' });
  await sandbox.settle();
  await workUntil(({ counts }) => counts.waiting === 0);
  const inStore = async (name: string): Promise<number | undefined> => (await sandbox.storeReviews()).find(({ content }) => content.includes(`${name}, as it was.`))?.id;
  const torn = (await sandbox.wixReviews()).find(({ content }) => content.body === 'Torn, as it was.');
  await sandbox.endpoint('sync/pause', token, { paused: true });
  await sandbox.wix.call('edit', torn?.id, { rating: 4, title: '', body: 'Torn on Wix.' });
  await sandbox.store.call('edit', await inStore('Torn'), { text: 'Torn in the store.' });
  await sandbox.settle();
  await sandbox.endpoint('sync/pause', token, { paused: false });
  await expect.poll(async () => {
    await workUntil(({ counts }) => counts.waiting === 0);
    return (await sandbox.endpoint('sync/conflicts', token)).text();
  }, SEEN).toContain('Torn in the store.');
  await turn({ organicUpdates: 'refused' });
  await sandbox.store.call('edit', await inStore('Kept'), { text: 'Kept otherwise in the store.' });
  await sandbox.settle();
  await expect.poll(async () => {
    await workUntil(({ counts }) => counts.waiting === 0);
    return codesIn('blocked');
  }, SEEN).toContain('WIX_ORGANIC_REFUSED');
  await turn({ organicUpdates: 'allowed' });
}

/** How often each state is in the file that the page's button saves. */
async function exported(page: Page): Promise<Readonly<Record<string, number>>> {
  const [download] = await Promise.all([page.waitForEvent('download', SEEN), app(page).getByRole('button', { name: 'Export CSV' }).click()]);
  const text = await readFile(await download.path(), 'utf8');
  const lines = text.replaceAll(/"(?:[^"]|"")*"/gu, 'quoted').trim().split('\r\n').slice(1);
  const counts: Record<string, number> = { All: lines.length };
  for (const line of lines) counts[line.split(',')[1] ?? ''] = (counts[line.split(',')[1] ?? ''] ?? 0) + 1;
  return counts;
}

describe('the numbers on the page', () => {
  it('are those of the rows in the ledger, state by state, conflicts included: in the filters, the sentence above, the list below and the export', async () => {
    await workUntil(({ counts }) => counts.waiting === 0);
    await makeTrouble();
    expect(await codesIn('blocked')).toEqual(expect.arrayContaining(['FIELD_TOO_LONG', 'WIX_ORGANIC_REFUSED']));
    expect(await codesIn('skipped')).toContain('RATING_MISSING');
    const { page, complaints } = await open();
    const conflicts = conflictsShape.parse(await (await sandbox.endpoint('sync/conflicts', token)).json());
    expect(conflicts.total).toBe(conflicts.items.length);
    const buttons = await app(page).getByRole('group', { name: 'Filter the list by state' }).getByRole('button').allInnerTexts();
    const shown = Object.fromEntries(buttons.map((text) => [text.replace(/ [\d,]+$/u, ''), numberIn(text)]));
    const rows = Object.fromEntries(await Promise.all(Object.entries(STATE_NAMES).map(async ([name, state]) => [name, await rowsIn(state)] as const)));
    expect(shown).toEqual(rows);
    expect(rows['All']).toBeGreaterThan(900);
    await app(page).getByText('Torn in the store.').waitFor(SEEN);
    expect(await app(page).getByRole('list', { name: 'Conflicts' }).getByRole('listitem').count()).toBe(conflicts.total);
    const health = app(page).getByRole('status', { name: 'Sync health' });
    await health.getByText(/ conflicts?\./u).waitFor(SEEN);
    const sentence = await health.innerText();
    const [, all = '', reviews = '', ofThem = ''] = /([\d,]+) need you: ([\d,]+) reviews? and ([\d,]+) conflicts?\./u.exec(sentence) ?? [];
    expect([all, reviews, ofThem].map((text) => numberIn(text))).toEqual([(rows['Need you'] ?? 0) + conflicts.total, rows['Need you'], conflicts.total]);
    expect(numberIn(/[\d,]+ ha(?:s|ve) no matching product/u.exec(sentence)?.[0] ?? '0')).toBe(rows['Unmatched']);
    expect(await exported(page)).toEqual(Object.fromEntries(Object.entries(rows).filter(([, count]) => count > 0)));
    expect(complaints).toEqual([]);
  });
});

describe('the ledger', () => {
  it('is searched by product, opens a review’s history, and keeps both in the address', async () => {
    const { page, complaints, shoot } = await open();
    await app(page).getByRole('searchbox', { name: 'Search by product name' }).fill(product.name);
    await page.waitForURL(/[?&]q=/u);
    await app(page).getByRole('button', { name: `History of a review of ${product.name}` }).first().click();
    await app(page).getByRole('list', { name: 'What happened' }).waitFor(SEEN);
    await shoot('sync-history');
    expect(await faults(page)).toEqual([]);
    await page.reload();
    await app(page).getByRole('list', { name: 'What happened' }).waitFor(SEEN);
    await page.keyboard.press('Escape');
    await app(page).getByRole('dialog').waitFor({ state: 'detached' });
    await page.waitForURL(({ searchParams }) => !searchParams.has('item') && searchParams.has('q'));
    expect(complaints).toEqual([]);
  });
});

describe('a check that finds half of a shop gone', () => {
  it('is held, says what it found, and deletes only after it was asked twice', async () => {
    await turn({ lostEvents: 'all' });
    const reviews = await sandbox.wixReviews();
    for (const { id } of reviews.slice(0, Math.ceil(reviews.length * 0.4))) await sandbox.wix.call('remove', id);
    await sandbox.settle();
    await turn({ lostEvents: 'none' });
    const { page, complaints, shoot } = await open();
    await app(page).getByRole('button', { name: 'Check everything now' }).click();
    await app(page).getByText(/^Working through your reviews/u).waitFor(SEEN);
    const { run, counts } = await workUntil(({ run: now }) => now?.state === 'held');
    expect(run?.absent).toBeGreaterThan(100);
    const held = app(page).getByRole('region', { name: 'A run waits for your decision' });
    await held.waitFor(SEEN);
    await shoot('sync-held');
    expect(await faults(page)).toEqual([]);
    await shootInOtherShapes(page, shoot, 'sync-held');
    const inStore = (await sandbox.storeReviews()).filter(({ status }) => status !== 'trash').length;
    await held.getByRole('button', { name: /^Delete .* copies too$/u }).click();
    await app(page).getByRole('dialog').waitFor(SEEN);
    await shoot('sync-held-asked');
    expect(await faults(page)).toEqual([]);
    expect((await sandbox.storeReviews()).filter(({ status }) => status !== 'trash')).toHaveLength(inStore);
    await app(page).getByRole('dialog').getByRole('button', { name: /^Delete .* copies too$/u }).click();
    const absent = run?.absent ?? 0;
    await workUntil(({ run: now, counts: { gone } }) => now?.state === 'done' && gone - counts.gone >= absent);
    await sandbox.settle();
    expect((await sandbox.storeReviews()).filter(({ status }) => status !== 'trash')).toHaveLength(inStore - absent);
    await sandbox.endpoint('sync/backfill', token, { action: 'sweep' });
    await workUntil(({ run: now }) => now?.state === 'done');
    await page.reload();
    await app(page).getByText(/^In step\./u).waitFor(SEEN);
    await shoot('sync-in-step');
    expect(complaints).toEqual([]);
  });
});

describe('the copies of a run', () => {
  it('are taken back, all of them and nothing else, and the originals stay', async () => {
    const { page, complaints, shoot } = await open();
    const { items } = runsShape.parse(await (await sandbox.endpoint('sync/runs', token)).json());
    const copies = items.find(({ run }) => run.kind === 'backfill')?.copies ?? 0;
    const all = async (): Promise<number> => (await sandbox.wixReviews()).length + (await sandbox.storeReviews()).filter(({ status }) => status !== 'trash').length;
    const before = await all();
    await app(page).getByRole('button', { name: /^Roll back the run of/u }).first().click();
    await app(page).getByRole('dialog').getByText(/The originals stay/u).waitFor(SEEN);
    await shoot('sync-rollback-asked');
    expect(await faults(page)).toEqual([]);
    await app(page).getByRole('dialog').getByRole('button', { name: /^Take .* back$/u }).click();
    await workUntil(({ run }) => run?.kind === 'rollback' && run.state === 'done');
    await sandbox.settle();
    expect(copies).toBeGreaterThan(0);
    expect(before - (await all())).toBe(copies);
    await app(page).getByText('Took a run’s copies back').waitFor(SEEN);
    await shoot('sync-rolled-back');
    expect(await faults(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

describe('the page in other shapes', () => {
  it('fits a narrow column', async () => {
    const { page, shoot } = await open('', 470);
    await app(page).getByRole('list', { name: 'Runs' }).waitFor(SEEN);
    await shoot('sync-320');
    expect(await faults(page)).toEqual([]);
    const frame = page.frames().find((each) => each !== page.mainFrame());
    expect(await frame?.evaluate(() => [window.innerWidth, document.documentElement.scrollWidth])).toEqual([NARROW_PX, NARROW_PX]);
  });

  it('can be read from right to left', async () => {
    const { page, shoot } = await open();
    await page.frames().find((each) => each !== page.mainFrame())?.evaluate(() => { document.documentElement.dir = 'rtl'; });
    await shoot('sync-rtl');
    expect(await faults(page)).toEqual([]);
  });
});

describe('leaving for good', () => {
  it('removes every copy this app has made, live ones too, says when it is done, and then disconnects', async () => {
    // What the rollback has left are the copies made as reviews came in.
    await sandbox.writeOnWix(product, { name: 'Last', email: 'last@example.com', rating: 5, text: 'Came in live.' });
    await sandbox.settle();
    await workUntil(({ counts }) => counts.waiting === 0);
    const all = async (): Promise<number> => (await sandbox.wixReviews()).length + (await sandbox.storeReviews()).filter(({ status }) => status !== 'trash').length;
    const before = await all();
    const { outcomes } = statusShape.parse(await (await sandbox.endpoint('sync/status', token)).json());
    const copies = outcomes['created-on-wix'] + outcomes['created-in-store'];
    expect(copies).toBeGreaterThan(0);
    const { page, complaints, shoot } = await open();
    await app(page).getByRole('button', { name: 'Disconnect' }).click();
    const dialog = app(page).getByRole('dialog');
    await dialog.waitFor(SEEN);
    await shoot('sync-disconnect');
    expect(await faults(page)).toEqual([]);
    await dialog.getByText('Remove the copies first').click();
    await shoot('sync-disconnect-remove');
    await dialog.getByRole('button', { name: /^Remove .* cop(?:y|ies)$/u }).click();
    await workUntil(({ run }) => run?.kind === 'removal' && run.state === 'done');
    await sandbox.settle();
    expect(before - (await all())).toBe(copies);
    await app(page).getByRole('button', { name: 'Disconnect now' }).waitFor(SEEN);
    await shoot('sync-ready-to-leave');
    expect(await faults(page)).toEqual([]);
    await app(page).getByRole('button', { name: 'Disconnect now' }).click();
    await dialog.getByRole('button', { name: 'Disconnect' }).click();
    await app(page).getByRole('form', { name: 'Connect your store' }).waitFor(SEEN);
    await shoot('sync-disconnected');
    expect(complaints).toEqual([]);
  });
});
