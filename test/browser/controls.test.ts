import type { Frame, FrameLocator, Page, Request } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { TestBrowser, TestPage } from '../support/browser';
import { onStage } from '../support/on-stage';
import type { RunningSandbox } from '../support/start-sandbox';

const SEEN = { timeout: 60_000 };
const CONTROLS = 'button, a[href], select, input, summary, [role="button"], [role="switch"], [role="checkbox"]';
/** Long enough for a request to leave and for the page to draw what follows at once. */
const REACTION_MS = 1_500;
/** How long a control may be switched off while its page waits for an answer. */
const SHOWN_MS = 10_000;
/** Another name for the same control, which changes with the number of reviews. */
const same = (name: string): string => name.replaceAll(/\d[\d,]*/gu, 'N');

let sandbox: RunningSandbox;
let browser: TestBrowser;

onStage((stage) => { ({ sandbox, browser } = stage); }, { walked: true });

const app = (page: Page): FrameLocator => page.frameLocator('#stage iframe');

function frameOf(page: Page): Frame {
  return page.frames().find((one) => one !== page.mainFrame() && one.url() !== 'about:blank') ?? expect.fail('Expected the page in its frame');
}

/** Pages that are only looked at: nothing that is pressed in one is left over for the next. */
async function open(path: string, seen: string | RegExp): Promise<TestPage> {
  const opened = await browser.open(`${sandbox.url}/dashboard/${path}`);
  await opened.page.setViewportSize({ width: 1280, height: 1900 });
  await app(opened.page).getByText(seen).first().waitFor(SEEN);
  // Whatever is pressed is heard, and goes no further: reads do, and nothing else.
  await opened.page.route('**/api/**', (route) => (route.request().method() === 'GET' ? route.continue() : route.fulfill({ status: 409, json: { error: { code: 'BUSY', sentence: 'This is being worked on right now.', action: 'Nothing to do' } } })));
  opened.expectRefusals();
  return opened;
}

interface Control { readonly name: string; readonly index: number }

/** What can be pressed, chosen or typed into right now; of rows that repeat, the first. */
async function controlsOf(page: Page): Promise<readonly Control[]> {
  const all = await frameOf(page).locator(CONTROLS).evaluateAll((elements) => elements.map((element, index) => {
    const label = element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? element.labels?.[0]?.textContent : null;
    // What is chosen already stays so when it is chosen again.
    const chosen = element.getAttribute('aria-pressed') === 'true' || element.hasAttribute('aria-current');
    const shown = !chosen && element.checkVisibility() && !(element as HTMLButtonElement).disabled && element.getAttribute('aria-disabled') !== 'true';
    return { index, shown, name: `${element.tagName.toLowerCase()} ${(element.getAttribute('aria-label') ?? label ?? element.textContent).trim()}` };
  }));
  const kinds = new Set<string>();
  return all.flatMap(({ index, shown, name }) => {
    const kind = same(name).replace(/ (?:of|for|on) .*$/u, '').replace(/: .*$/u, '');
    if (!shown || kinds.has(kind)) return [];
    kinds.add(kind);
    return [{ name, index }];
  });
}

/** What one can notice of a page. */
async function looks(page: Page): Promise<string> {
  const inside = await frameOf(page).evaluate(() => {
    const values = [...document.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')].map((field) => `${field.value} ${String((field as HTMLInputElement).checked)}`);
    const states = [...document.querySelectorAll('[aria-pressed], [aria-expanded], [aria-current], [disabled]')].map((element) => element.outerHTML.slice(0, 200));
    return [document.body.innerText, ...values, ...states, String(document.activeElement?.id)].join('\n');
  });
  return `${page.url()}\n${inside}\n${(await page.locator('#toasts').innerText())}`;
}

async function use(page: Page, { index }: Control): Promise<void> {
  const control = frameOf(page).locator(CONTROLS).nth(index);
  const [tag, kind] = await control.evaluate((element) => [element.tagName, element.getAttribute('type') ?? '']);
  if (tag === 'SELECT') await control.selectOption({ index: 1 });
  else if (tag === 'INPUT' && kind !== 'checkbox' && kind !== 'radio') await control.fill('something');
  else await control.click({ force: tag === 'INPUT' });
}

/** A control as it is on a page that may still be waiting for an answer, and has it switched off until then. */
async function waitFor(page: Page, { name }: Control): Promise<Control | undefined> {
  let found: Control | undefined;
  const appears = expect.poll(async () => {
    found = (await controlsOf(page)).find((one) => same(one.name) === same(name));
    return found !== undefined;
  }, { timeout: SHOWN_MS, interval: 100 }).toBe(true);
  await Promise.resolve(appears).catch(() => undefined);
  return found;
}

/** How long a page may take to look as it did before a press that was taken back. */
const RETURN_MS = 700;

/** One page of the dashboard for as many presses as leave no trace; after one that does, it is opened anew. */
class Pressed {
  readonly #path: string;
  readonly #seen: string | RegExp;
  #open: Opened | null = null;

  constructor(path: string, seen: string | RegExp) {
    this.#path = path;
    this.#seen = seen;
  }

  async controls(): Promise<readonly Control[]> {
    return controlsOf((await this.#fresh()).page);
  }

  /** `null`: it did something. */
  async faultOf(control: Control): Promise<string | null> {
    const { page, counts } = await this.#fresh();
    const found = await waitFor(page, control);
    if (found === undefined) return `${control.name}: not there any more`;
    const [before, asked, downloaded] = [await looks(page), counts.asked, counts.downloaded];
    await use(page, found);
    const reacts = expect.poll(async () => counts.asked > asked || counts.downloaded > downloaded || (await looks(page)) !== before, { timeout: REACTION_MS, interval: 50 }).toBe(true);
    const fault = await Promise.resolve(reacts).then(() => null, () => `${control.name}: nothing happened`);
    if (!(await this.#takenBack())) await this.close();
    return fault;
  }

  async close(): Promise<void> {
    await this.#open?.page.context().close();
    this.#open = null;
  }

  /** The page as it is when nobody has touched it. */
  async #fresh(): Promise<Opened> {
    this.#open ??= await openAndCount(this.#path, this.#seen);
    return this.#open;
  }

  /** Whether leaving a dialog and going back bring everything back that one can notice, with no answer still to come. */
  async #takenBack(): Promise<boolean> {
    if (this.#open === null) return false;
    const { page, counts, untouched } = this.#open;
    await page.keyboard.press('Escape');
    if (!untouched.startsWith(`${page.url()}\n`)) await page.goBack();
    await frameOf(page).evaluate(() => { (document.activeElement as HTMLElement | null)?.blur(); });
    const isBack = expect.poll(async () => counts.under === 0 && (await looks(page)) === untouched, { timeout: RETURN_MS, interval: 50 }).toBe(true);
    return Promise.resolve(isBack).then(() => true, () => false);
  }
}

interface Opened {
  readonly page: Page;
  readonly counts: { asked: number; downloaded: number; under: number };
  readonly untouched: string;
}

async function openAndCount(path: string, seen: string | RegExp): Promise<Opened> {
  const { page } = await open(path, seen);
  const counts = { asked: 0, downloaded: 0, under: 0 };
  // Ticks and looks at how things stand are made by the page itself.
  const isAsked = (request: Request): boolean => /\/api\/(?!.*(?:tick|status))/u.test(request.url());
  page.on('request', (request) => {
    if (!isAsked(request)) return;
    counts.asked += 1;
    counts.under += 1;
  });
  for (const end of ['requestfinished', 'requestfailed'] as const) page.on(end as 'requestfinished', (request) => { if (isAsked(request)) counts.under -= 1; });
  page.on('download', () => { counts.downloaded += 1; });
  return { page, counts, untouched: await atRest(page) };
}

/** How a page looks once all of it is there: twice the same. */
async function atRest(page: Page): Promise<string> {
  let last = '';
  await expect.poll(async () => {
    const before = last;
    last = await looks(page);
    return last === before;
  }, { ...SEEN, interval: 300 }).toBe(true);
  return last;
}

/** Pages by what is on them once their own requests are through: one that is refused from here on would show what no owner sees. */
const PAGES = [
  ['setup?step=connect', 'Test again'], ['setup?step=products&view=matched', /^Reviews of these products cross/u], ['setup?step=products&view=open', 'Find a store product'],
  ['setup?step=people', /reviews were looked at/u], ['setup?step=fields', 'Photos and videos'], ['setup?step=preview', 'Make the preview'], ['setup?step=run', /preview said|since the preview was made|compare with/u],
  ['sync', 'Last event'],
] as const;

describe('what was chosen', () => {
  it.each([
    ['setup?step=products&view=matched', 'Find a store product', 'Knit', /[?&]q=Knit/u],
    ['sync', 'Search by product name', 'Knit', /[?&]q=Knit/u],
  ])('on %s is still there after a reload', async (path, label, text, address) => {
    const { page } = await browser.open(`${sandbox.url}/dashboard/${path}`);
    await app(page).getByLabel(label).fill(text, SEEN);
    await page.waitForURL(address);
    await page.reload();
    await expect.poll(() => app(page).getByLabel(label).inputValue(), SEEN).toBe(text);
    expect(page.url()).toMatch(address);
  });

  it('and not saved is asked about before another step is shown, and before the page is left', async () => {
    const { page } = await browser.open(`${sandbox.url}/dashboard/setup?step=fields`);
    const choice = app(page).getByLabel('Text: crosses');
    await choice.selectOption('off', SEEN);
    await app(page).getByText('Not saved yet').waitFor();
    await app(page).getByRole('button', { name: /^Preview/u }).first().click();
    await app(page).getByRole('alertdialog', { name: 'Unsaved choices' }).waitFor();
    await app(page).getByRole('button', { name: 'Stay here' }).click();
    expect(await choice.inputValue()).toBe('off');
    let asked = 0;
    page.on('dialog', (dialog) => {
      asked += 1;
      void dialog.dismiss();
    });
    await page.getByRole('link', { name: 'Reviews sync' }).click({ noWaitAfter: true });
    await expect.poll(() => asked).toBe(1);
    expect(page.url()).toContain('/dashboard/setup');
    await app(page).getByRole('button', { name: 'Undo changes' }).click();
    await app(page).getByText('Not saved yet').waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Reviews sync' }).click();
    await page.waitForURL(/\/dashboard\/sync/u);
    expect(asked).toBe(1);
  });
});

describe.each(PAGES)('on %s', (path, seen) => {
  it('every control does something', async () => {
    const pressed = new Pressed(path, seen);
    const controls = await pressed.controls();
    expect(controls.length).toBeGreaterThan(2);
    const faults: (string | null)[] = [];
    for (const control of controls) faults.push(await pressed.faultOf(control));
    await pressed.close();
    expect(faults.filter((fault) => fault !== null)).toEqual([]);
  });
});
