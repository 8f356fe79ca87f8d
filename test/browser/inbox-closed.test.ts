import type { Frame } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import type { TestBrowser, TestPage } from '../support/browser';
import { onStage } from '../support/on-stage';
import { lookForFaults } from '../support/look-for-faults';
import { OwnerDesk } from '../support/owner-alerts';
import type { RunningSandbox } from '../support/start-sandbox';

const words = { name: 'Robin', email: 'robin@example.com', rating: 2, text: 'Came apart after one wash.' };

let sandbox: RunningSandbox;
let browser: TestBrowser;
let desk: OwnerDesk;

onStage((stage) => { ({ sandbox, browser } = stage); });

beforeAll(async () => {
  desk = await OwnerDesk.open(sandbox);
  const product = await sandbox.quietProduct();
  await sandbox.warmUp(product);
  await sandbox.writeOnWix(product, words);
  await sandbox.settle();
});

async function open(query: string): Promise<TestPage & { readonly app: Frame }> {
  const test = await browser.open(`${sandbox.url}/dashboard/inbox${query}`);
  const app = await (await test.page.waitForSelector('#stage iframe')).contentFrame() ?? expect.fail('Expected the page in its frame');
  return { ...test, app };
}

const waiting = async () => (await desk.items()).map(({ text }) => text?.body);

it('a search tells how many reviews it read when none holds the words', async () => {
  const { app, shoot, complaints } = await open('?q=giraffe');
  await app.getByText('Nothing matches').waitFor();
  await app.getByText('1 review searched, title, words and author.').waitFor();
  await app.getByRole('button', { name: 'Save this view' }).waitFor();
  await shoot('inbox-search-nothing');
  expect(await lookForFaults(app)).toEqual([]);
  expect(complaints).toEqual([]);
});

it('what is done with keeps how it ended, and can only be opened again', async () => {
  await desk.decide(await desk.items(), { kind: 'resolve', reason: 'Duplicate' });
  const { app, shoot, complaints } = await open('?view=done');
  await app.getByRole('listitem').filter({ hasText: words.name }).getByRole('checkbox').check();
  await app.getByRole('button', { name: 'Open again' }).waitFor();
  expect(await app.getByRole('button', { name: 'Not actionable', exact: true }).count()).toBe(0);
  await app.getByRole('button', { name: 'Save this view' }).waitFor();
  await shoot('inbox-done-bulk');
  expect(await lookForFaults(app)).toEqual([]);
  await app.getByRole('button', { name: 'Open again' }).click();
  await app.getByRole('button', { name: 'Do it' }).click();
  await expect.poll(waiting).toEqual([words.text]);
  expect(complaints).toEqual([]);
});
