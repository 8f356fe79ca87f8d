import type { Frame, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TestBrowser, TestPage } from '../support/browser';
import { onStage } from '../support/on-stage';
import { lookForFaults, sidewaysPx } from '../support/look-for-faults';
import { OwnerDesk } from '../support/owner-alerts';
import type { SharedProduct, Words } from '../support/sandbox-client';
import type { RunningSandbox } from '../support/start-sandbox';

const PAGE = '/dashboard/inbox';

let sandbox: RunningSandbox;
let browser: TestBrowser;
let desk: OwnerDesk;
let product: SharedProduct;
let person = 0;

onStage((stage) => { ({ sandbox, browser } = stage); });

beforeAll(async () => {
  desk = await OwnerDesk.open(sandbox);
  product = await sandbox.quietProduct();
  await sandbox.warmUp(product);
});

function somebody(rating: number, text = `Came apart after wash number ${String(person + 1)}.`): Words {
  person += 1;
  return { name: `Robin ${String(person)}`, email: `robin.${String(person)}@example.com`, rating, text };
}

async function write(side: 'wix' | 'store', words: Words): Promise<Words> {
  await (side === 'wix' ? sandbox.writeOnWix(product, words) : sandbox.writeInStore(product, words));
  await sandbox.settle();
  return words;
}

/** `count` fresh bad reviews and nothing else waiting, in the order the inbox has them. */
async function deskWith(count: number): Promise<readonly Words[]> {
  await desk.decide(await desk.items(), { kind: 'dismiss' });
  const all: Words[] = [];
  for (let n = 0; n < count; n += 1) all.push(await write('wix', somebody(2)));
  const order = (await desk.items()).map(({ text }) => text?.body);
  return all.toSorted((a, b) => order.indexOf(a.text) - order.indexOf(b.text));
}

interface Desk extends TestPage {
  readonly app: Frame;
}

async function open(query = '', width?: number): Promise<Desk> {
  const test = await browser.open(sandbox.url + PAGE + query, width);
  test.page.setDefaultTimeout(20_000);
  return { ...test, app: await appOf(test.page) };
}

/** The page of ours, in the dashboard's frame. */
async function appOf(page: Page): Promise<Frame> {
  const frame = await (await page.waitForSelector('#stage iframe')).contentFrame();
  if (frame === null) throw new Error('Expected the page in its frame');
  await frame.getByRole('button', { name: /^Open/u }).first().waitFor();
  return frame;
}

const row = (app: Frame, { name }: Words) => app.getByRole('listitem').filter({ hasText: name });
const rows = (app: Frame) => app.getByRole('listitem');
const panel = (app: Frame) => app.getByRole('region', { name: 'The open review' });
const onWix = async ({ name }: Words) => (await sandbox.wixReviews()).find(({ author }) => author.authorName === name) ?? expect.fail('Expected it on Wix');

describe('the open inbox', () => {
  it('says so when there is nothing to do, and when that was last looked at', async () => {
    const { app, complaints, shoot } = await open();
    await app.getByText('All caught up').waitFor();
    await app.getByText(/Last checked/u).waitFor();
    await shoot('inbox-empty');
    expect(await lookForFaults(app)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it.each(['wix', 'store'] as const)('shows a two-star review written on the side of %s without a reload, and its owner hears of it once in every place', async (side) => {
    const { app, page, complaints } = await open();
    await page.waitForTimeout(500);
    const words = await write(side, somebody(2));
    await row(app, words).waitFor({ timeout: 15_000 });
    const item = (await desk.items()).find(({ text }) => text?.body === words.text);
    expect(item).toMatchObject({ rating: 2, side });
    expect(await desk.told(item?.id)).toEqual({ notification: 1, automation: 1, webhook: 1 });
    expect(complaints).toEqual([]);
  });

  it('does not show one with three stars', async () => {
    const before = await desk.told();
    const [three, two] = [await write('store', somebody(3)), await write('store', somebody(1))];
    const { app } = await open();
    await row(app, two).waitFor();
    expect(await row(app, three).count()).toBe(0);
    expect((await desk.told()).notification).toBe(before.notification + 1);
  });

  it('lets one go that its author changes to four stars, and takes an answered one back that goes down to one', async () => {
    const [better, worse] = [await write('wix', somebody(2)), await write('wix', somebody(2))];
    const { app } = await open();
    await row(app, better).waitFor();
    await sandbox.wix.call('edit', (await onWix(better)).id, { rating: 4, title: '', body: better.text });
    await sandbox.wix.call('reply', (await onWix(worse)).id, 'We are sorry.');
    await sandbox.settle();
    await row(app, better).waitFor({ state: 'detached', timeout: 15_000 });
    await row(app, worse).waitFor({ state: 'detached', timeout: 15_000 });
    await sandbox.wix.call('edit', (await onWix(worse)).id, { rating: 1, title: '', body: 'It broke again.' });
    await sandbox.settle();
    await row(app, worse).waitFor({ timeout: 15_000 });
    await row(app, worse).getByRole('button').click();
    await panel(app).getByText('The customer changed this review, so it is back.').waitFor();
  });
});

describe('an owner who works through it', () => {
  it('by keyboard alone: next, previous, open, select, resolve, snooze, reply, search, help, back', async () => {
    const [first, second, third, fourth] = await deskWith(4);
    if (first === undefined || second === undefined || third === undefined || fourth === undefined) throw new Error('Expected four');
    const { app, page, complaints, shoot } = await open();
    await row(app, fourth).waitFor();
    const press = (key: string) => page.keyboard.press(key);
    await app.locator('body').click({ position: { x: 5, y: 5 } });
    await press('j');
    await panel(app).getByText(first.text).waitFor();
    expect(await row(app, first).getByRole('button').evaluate((button) => button === document.activeElement)).toBe(true);
    await press('j');
    await panel(app).getByText(second.text).waitFor();
    await press('k');
    await panel(app).getByText(first.text).waitFor();
    await press('Escape');
    await panel(app).waitFor({ state: 'detached' });
    expect(await row(app, first).getByRole('button').evaluate((button) => button === document.activeElement)).toBe(true);
    await press('Enter');
    await panel(app).getByText(first.text).waitFor();
    await shoot('inbox-open');

    await press('?');
    await app.getByText('resolve without reply').waitFor();
    await press('Escape');
    await app.getByText('resolve without reply').waitFor({ state: 'detached' });

    await press('e');
    await row(app, first).waitFor({ state: 'detached' });
    await panel(app).getByText(second.text).waitFor();
    await app.getByText('1 review resolved.').waitFor();
    await press('u');
    await row(app, first).waitFor();

    await press('h');
    await row(app, second).waitFor({ state: 'detached' });
    await panel(app).getByText(third.text).waitFor();
    await press('x');
    await app.getByText('1 review selected').waitFor();
    await press('Escape');
    await app.getByText('1 review selected').waitFor({ state: 'detached' });

    await press('r');
    await page.keyboard.type('We hear you, j k e h x.');
    expect(await app.locator('#reply-text').inputValue()).toBe('We hear you, j k e h x.');
    await press('Tab');
    while (!(await app.getByRole('button', { name: 'Send reply' }).evaluate((button) => button === document.activeElement))) await press('Tab');
    await press('Enter');
    await row(app, third).waitFor({ state: 'detached' });
    await panel(app).getByText(fourth.text).waitFor();
    await expect.poll(async () => (await onWix(third)).reply?.message).toBe('We hear you, j k e h x.');

    await app.locator('body').click({ position: { x: 5, y: 5 } });
    await press('/');
    await page.keyboard.type(first.text.slice(-10));
    await row(app, fourth).waitFor({ state: 'detached' });
    await row(app, first).waitFor();
    expect(complaints).toEqual([]);
  });

  it('takes back a reply, a resolve and a snooze, each from where it was told of it', async () => {
    const [first] = await deskWith(1);
    if (first === undefined) throw new Error('Expected one');
    const { app } = await open();
    const undo = async (): Promise<void> => {
      await app.getByRole('button', { name: 'Undo' }).click();
      await row(app, first).waitFor();
    };
    for (const [verdict, choice] of [['Resolve', 'Duplicate'], ['Snooze', 'When it is edited']] as const) {
      await row(app, first).getByRole('button').click();
      await panel(app).getByRole('button', { name: verdict, exact: true }).click();
      await panel(app).getByRole('button', { name: choice }).click();
      await row(app, first).waitFor({ state: 'detached' });
      await undo();
    }
    await row(app, first).getByRole('button').click();
    await panel(app).getByRole('button', { name: 'Not actionable' }).click();
    await row(app, first).waitFor({ state: 'detached' });
    await undo();
    await row(app, first).getByRole('button').click();
    await app.locator('#reply-text').fill('Too hasty.');
    await panel(app).getByRole('button', { name: 'Send reply' }).click();
    await expect.poll(async () => (await onWix(first)).reply?.message).toBe('Too hasty.');
    await undo();
    await expect.poll(async () => (await onWix(first)).reply?.message).toBeUndefined();
  });

  it('keeps a draft through a reload, and sees why a reply was refused, with the draft and the item still there', async () => {
    const [first] = await deskWith(2);
    if (first === undefined) throw new Error('Expected one');
    const { app, page, shoot } = await open();
    await row(app, first).getByRole('button').click();
    await app.locator('#reply-text').fill('My careful answer.');
    await page.reload();
    const again = await appOf(page);
    await again.locator('#reply-text').waitFor();
    expect(await again.locator('#reply-text').inputValue()).toBe('My careful answer.');
    // A colleague answers in Wix at the same moment.
    await sandbox.wix.call('reply', (await onWix(first)).id, 'A colleague was faster.');
    await panel(again).getByRole('button', { name: /^(?:Send reply|Replace the reply)$/u }).click();
    await panel(again).getByRole('alert').waitFor();
    await shoot('inbox-refused');
    expect(await panel(again).getByRole('alert').innerText()).toContain('Somebody else has answered');
    expect(await again.locator('#reply-text').inputValue()).toBe('My careful answer.');
    await panel(again).getByText('A colleague was faster.').waitFor();
    expect((await onWix(first)).reply?.message).toBe('A colleague was faster.');
    await panel(again).getByRole('button', { name: 'Replace the reply' }).click();
    await expect.poll(async () => (await onWix(first)).reply?.message).toBe('My careful answer.');
  });

  it('decides about many at once after seeing what it will do, and takes all of it back', async () => {
    const all = await deskWith(3);
    const { app, page, complaints, shoot } = await open();
    for (const words of all.slice(0, 2)) await row(app, words).getByRole('checkbox').check();
    await app.getByRole('button', { name: 'Resolve', exact: true }).click();
    await app.getByText('2 reviews will be resolved without a reply.').waitFor();
    await shoot('inbox-bulk');
    await app.getByRole('button', { name: 'Do it' }).click();
    await expect.poll(() => rows(app).count()).toBe(1);
    expect(complaints).toEqual([]);
    await page.route('**/api/inbox/undo', (route) => route.abort(), { times: 1 });
    await app.getByRole('button', { name: 'Undo' }).click();
    await app.getByText('0 reviews were taken back, 2 were not.').waitFor();
    await shoot('inbox-undo-failed');
    expect(await lookForFaults(app)).toEqual([]);
    await app.getByRole('button', { name: 'Go on' }).click();
    await expect.poll(() => rows(app).count()).toBe(3);
  });

  it('sees which reviews a verdict failed for, and tries those again', async () => {
    const all = await deskWith(2);
    const { app, page, shoot } = await open();
    await row(app, all[0] ?? somebody(1)).waitFor();
    await page.route('**/api/inbox/verdict', (route) => route.abort(), { times: 1 });
    await row(app, all[0] ?? somebody(1)).getByRole('checkbox').check();
    await app.getByRole('button', { name: 'Not actionable' }).click();
    await app.getByRole('button', { name: 'Do it' }).click();
    const failed = app.getByRole('alert');
    await failed.getByText('1 review was not marked as not actionable').waitFor();
    await failed.getByText(all[0]?.name ?? '').waitFor();
    expect(await rows(app).count()).toBe(2);
    await shoot('inbox-failed');
    await failed.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => rows(app).count()).toBe(1);
    await failed.waitFor({ state: 'detached' });
  });

  it('keeps a view under a name, and finds it again', async () => {
    await deskWith(1);
    const { app, page } = await open('?rating=2');
    await app.getByRole('button', { name: 'Save this view' }).click();
    await app.getByRole('textbox', { name: 'Name of the view' }).fill('Two stars');
    await page.keyboard.press('Enter');
    await app.getByRole('button', { name: 'Two stars' }).waitFor();
    await page.goto(sandbox.url + PAGE);
    const again = await appOf(page);
    await again.getByRole('button', { name: 'Two stars' }).click();
    await expect.poll(() => page.url()).toContain('rating=2');
    await again.getByRole('button', { name: 'Forget this view' }).click();
    await again.getByRole('button', { name: 'Two stars' }).waitFor({ state: 'detached' });
  });
});

describe('an alert’s link', () => {
  it('opens its very item, also when that was dealt with long ago', async () => {
    const [words] = await deskWith(1);
    const [item] = await desk.items();
    await desk.decide(item === undefined ? [] : [item], { kind: 'resolve', reason: 'Duplicate' });
    const { app, complaints } = await open(`?item=${String(item?.id)}`);
    await panel(app).getByText(words?.text ?? '').waitFor();
    await panel(app).getByText('Resolved without a reply: Duplicate.').waitFor();
    expect(complaints).toEqual([]);
  });
});

describe('the page', () => {
  // The dashboard's own side bar takes what is above.
  it.each([[1280, 1280], [320, 470]])('has no fault that a machine can find and needs no sideways scrolling, %i pixels wide', async (width, windowWidth) => {
    const [first] = await deskWith(3);
    if (first === undefined) throw new Error('Expected one');
    const { app, shoot } = await open('', windowWidth);
    await row(app, first).waitFor();
    expect(await app.evaluate(() => window.innerWidth)).toBeLessThanOrEqual(width);
    await shoot(`inbox-list-${String(width)}`);
    expect(await lookForFaults(app)).toEqual([]);
    expect(await sidewaysPx(app)).toBe(0);
    await row(app, first).getByRole('button').click();
    await app.locator('#reply-text').waitFor();
    await shoot(`inbox-item-${String(width)}`);
    expect(await lookForFaults(app)).toEqual([]);
    expect(await sidewaysPx(app)).toBe(0);
    await app.getByRole('button', { name: 'Alerts' }).click();
    await app.getByRole('button', { name: 'Send me a test' }).waitFor();
    await shoot(`inbox-alerts-${String(width)}`);
    expect(await lookForFaults(app)).toEqual([]);
    expect(await sidewaysPx(app)).toBe(0);
  });

  it('is mirrored for owners who read from the right', async () => {
    const [first] = await deskWith(1);
    if (first === undefined) throw new Error('Expected one');
    const { app, shoot } = await open();
    await app.evaluate(() => { document.documentElement.dir = 'rtl'; });
    await row(app, first).getByRole('button').click();
    await panel(app).getByText(first.text).waitFor();
    const [list, item] = [await rows(app).first().boundingBox(), await panel(app).boundingBox()];
    expect(item?.x ?? 0).toBeLessThan(list?.x ?? 0);
    expect(await sidewaysPx(app)).toBe(0);
    await shoot('inbox-rtl');
  });
});
