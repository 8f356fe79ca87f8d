import { expect, it } from 'vitest';
import { brandId, type ContactId, type StoreProductId, type WixProductId } from '../src/core/ids';
import type { ReviewFields } from '../src/core/review';
import { countChange } from './count-change';
import { deliverChanges } from './delivery';
import { quietWorld } from './quiet-world.fixture';
import { begin, finishRun, live } from './rest';
import { Tally } from './tally';
import { Timers } from './timers';
import { judge } from './verdict';
import type { Shops } from './world/shop';
import type { World } from './world/world';

const WIX_PRODUCT = brandId<WixProductId>('wp1');
const STORE_PRODUCT = brandId<StoreProductId>('sp1');

const said = (body: string, over: Partial<ReviewFields> = {}): ReviewFields => ({ title: '', body, rating: 4, author: 'Dana', status: 'published', reply: null, ...over });

function writeOnWix({ shops, people }: World, who: number, body: string, date = `2026-05-0${who + 1}T00:00:00Z`): void {
  shops.createOnWix({ productId: WIX_PRODUCT, contactId: people[who]?.contactId ?? ('' as ContactId), fields: said(body), writtenAt: date, byApp: false });
}

function writeInStore({ shops, people }: World, who: number, body: string, date = `2026-05-1${who + 1}T00:00:00Z`): void {
  shops.createInStore({ productId: STORE_PRODUCT, email: people[who]?.email ?? null, fields: said(body), writtenAt: date, byApp: false });
}

const onWix = (shops: Shops) => [...shops.wix.values()];
const inStore = (shops: Shops) => [...shops.store.values()];

interface Scenario {
  /** In place and in step before the first step that may be the last. */
  readonly before: (world: World) => void;
  /** In both shops before the app came: no event tells of it. */
  readonly history?: (world: World) => void;
  readonly act: (world: World) => void;
  /** What both shops hold in the end. */
  readonly wix: readonly string[];
  readonly store: readonly string[];
  /** The shop's answer to each, in both shops; none unless given. */
  readonly reply?: string | null;
}

function answerOnWix({ shops }: World, reply: string | null): void {
  for (const { id } of onWix(shops)) shops.changeOnWix(id, { reply }, false);
}

function answerInStore({ shops }: World, reply: string | null): void {
  for (const { id, fields } of inStore(shops)) shops.changeInStore(id, { fields: { ...fields, reply } }, false);
}

const nothing = (): void => undefined;
const pair = (world: World): void => writeOnWix(world, 0, 'first');
const answered = (world: World): void => {
  pair(world);
  answerOnWix(world, 'Thank you');
};

const SCENARIOS: Record<string, Scenario> = {
  'a review written on Wix': { before: nothing, act: (world) => writeOnWix(world, 0, 'new'), wix: ['new'], store: ['new'] },
  'a review written in the store': { before: nothing, act: (world) => writeInStore(world, 0, 'new'), wix: ['new'], store: ['new'] },
  'an edit on Wix': {
    before: pair,
    act: ({ shops }) => onWix(shops).forEach(({ id }) => shops.changeOnWix(id, { body: 'second', rating: 2 }, false)),
    wix: ['second'],
    store: ['second'],
  },
  'an edit in the store': {
    before: pair,
    act: ({ shops }) => inStore(shops).forEach(({ id, fields }) => shops.changeInStore(id, { fields: { ...fields, body: 'second', rating: 2 } }, false)),
    wix: ['second'],
    store: ['second'],
  },
  'a reply on Wix': { before: pair, act: (world) => answerOnWix(world, 'Thank you'), wix: ['first'], store: ['first'], reply: 'Thank you' },
  'a reply in the store': { before: pair, act: (world) => answerInStore(world, 'Thank you'), wix: ['first'], store: ['first'], reply: 'Thank you' },
  'a reply changed on Wix': { before: answered, act: (world) => answerOnWix(world, 'Thanks again'), wix: ['first'], store: ['first'], reply: 'Thanks again' },
  'a reply changed in the store': { before: answered, act: (world) => answerInStore(world, 'Thanks again'), wix: ['first'], store: ['first'], reply: 'Thanks again' },
  'a reply taken away on Wix': { before: answered, act: (world) => answerOnWix(world, null), wix: ['first'], store: ['first'], reply: null },
  'a reply taken away in the store': { before: answered, act: (world) => answerInStore(world, null), wix: ['first'], store: ['first'], reply: null },
  'a review on Wix that is answered at once': {
    before: nothing,
    act: (world) => {
      writeOnWix(world, 0, 'new');
      answerOnWix(world, 'Thank you');
    },
    wix: ['new'],
    store: ['new'],
    reply: 'Thank you',
  },
  'a review in the store that is answered at once': {
    before: nothing,
    act: (world) => {
      writeInStore(world, 0, 'new');
      answerInStore(world, 'Thank you');
    },
    wix: ['new'],
    store: ['new'],
    reply: 'Thank you',
  },
  'a backfill page of answered reviews': {
    before: nothing,
    history: (world) => {
      writeOnWix(world, 0, 'only on Wix');
      writeInStore(world, 1, 'only in the store');
      answerOnWix(world, 'Thank you');
      answerInStore(world, 'Thank you');
    },
    act: begin,
    wix: ['only in the store', 'only on Wix'],
    store: ['only in the store', 'only on Wix'],
    reply: 'Thank you',
  },
  'a deletion on Wix': { before: pair, act: ({ shops }) => onWix(shops).forEach(({ id }) => shops.deleteOnWix(id, false)), wix: [], store: [] },
  'a deletion in the store': { before: pair, act: ({ shops }) => inStore(shops).forEach(({ id }) => shops.changeInStore(id, { trashed: true }, false)), wix: [], store: [] },
  'a backfill page': {
    before: nothing,
    history: (world) => {
      writeOnWix(world, 0, 'only on Wix');
      writeInStore(world, 1, 'only in the store');
      writeOnWix(world, 2, 'on both', '2026-05-09T00:00:00Z');
      writeInStore(world, 2, 'on both', '2026-05-09T00:00:00Z');
      writeOnWix(world, 3, 'also only on Wix');
    },
    act: begin,
    wix: ['also only on Wix', 'on both', 'only in the store', 'only on Wix'],
    store: ['also only on Wix', 'on both', 'only in the store', 'only on Wix'],
  },
};

/** Runs a scenario in which the process dies at the I/O step `killAt`, counted over all invocations. */
async function runKilledAt(killAt: number, { before, history, act }: Scenario): Promise<{ world: World; tally: Tally; killed: boolean }> {
  const world = quietWorld();
  for (const number of [2, 3, 4]) world.addPerson(number, number !== 2, true);
  const tally = new Tally();
  world.shops.onChange = (change) => countChange(world, tally, change);
  history?.(world);
  const timers = new Timers(world.scheduler);
  deliverChanges(world, timers);
  before(world);
  await live(world, timers);
  expect(await finishRun(world, timers)).toBe(true);

  let step = 0;
  world.dice.strikes = (fault) => {
    if (fault !== 'crash') return false;
    step += 1;
    return step === killAt;
  };
  act(world);
  await live(world, timers);
  // A button that did not work is pressed again.
  if (act === begin && world.rows.all('runs').length === 0) begin(world);
  await live(world, timers);
  expect(await finishRun(world, timers)).toBe(true);
  return { world, tally, killed: step >= killAt };
}

const bodies = (records: readonly { readonly fields: ReviewFields }[]) => records.map(({ fields }) => fields.body).sort();

it.each(Object.entries(SCENARIOS))('%s survives a crash at every I/O step: nothing lost, doubled or left open', { timeout: 60_000 }, async (_name, scenario) => {
  let killAt = 1;
  for (let killed = true; killed; killAt += 1) {
    const { world, tally, ...run } = await runKilledAt(killAt, scenario);
    const { lost, duplicated, unfinished, writesPerChange } = judge(world, tally);
    const ends = { wix: bodies(onWix(world.shops)), store: bodies(inStore(world.shops).filter((one) => !one.trashed)) };
    expect({ killAt, lost, duplicated, unfinished, ...ends }).toEqual({ killAt, lost: [], duplicated: [], unfinished: [], wix: scenario.wix, store: scenario.store });
    const replies = [...onWix(world.shops), ...inStore(world.shops).filter((one) => !one.trashed)].map(({ fields }) => fields.reply);
    expect([killAt, ...new Set(replies)]).toEqual(replies.length === 0 ? [killAt] : [killAt, scenario.reply ?? null]);
    expect(writesPerChange).toBeLessThanOrEqual(1);
    ({ killed } = run);
  }
  expect(killAt).toBeGreaterThan(10);
});
