import { describe, expect, it } from 'vitest';
import { NONE } from './faults';
import { holds, runSeeds } from './run-seeds';
import type { Outcome, simulate } from './simulate';

const GOOD: Omit<Outcome, 'seed'> = {
  lost: [], duplicated: [], unfinished: [], misfiled: [], writesPerChange: 1, worstPair: null, stuck: false, bug: null, mostSpent: 0, struck: new Map(), happened: new Map(), story: () => ['told'], trace: () => '',
};

async function run(outcomes: Record<number, Partial<Outcome>>, story = false) {
  const printed: string[] = [];
  const fake: typeof simulate = async (seed) => ({ ...GOOD, seed, ...outcomes[seed] });
  const summary = await runSeeds(fake, { seeds: 3, from: 10, faults: NONE, story, twice: false, neighbour: false }, (line) => printed.push(line));
  return { summary, printed };
}

it('says nothing but the sum when every seed holds', async () => {
  expect(await run({})).toEqual({ summary: { seeds: 3, failures: 0, maxWritesPerChange: 1, lost: 0, duplicated: 0, misfiled: 0 }, printed: [] });
});

it.each<[string, Partial<Outcome>, string]>([
  ['a lost review', { lost: ['w1: no row'] }, 'seed 11: w1: no row'],
  ['a duplicate', { duplicated: ['2 copies'] }, 'seed 11: 2 copies'],
  ['an open intent', { unfinished: ['open'] }, 'seed 11: open'],
  ['a write too many', { writesPerChange: 2, worstPair: 'p' }, 'seed 11: 2 writes for one change of p'],
  ['no rest', { stuck: true }, 'seed 11: never came to rest'],
  ['a bug', { bug: 'TypeError: x' }, 'seed 11: the engine threw TypeError: x'],
])('%s is a failure, printed with its seed', async (_name, outcome, line) => {
  const { summary, printed } = await run({ 11: outcome });
  expect(summary.failures).toBe(1);
  expect(printed).toEqual([line]);
});

it('prints the story when asked', async () => {
  expect((await run({}, true)).printed).toEqual(['told', 'told', 'told']);
});

describe('an inbox that does not fit its reviews', () => {
  const summary = { seeds: 10_000, failures: 0, maxWritesPerChange: 1, lost: 0, duplicated: 0 };

  it('is printed with its seed and counted, apart from reviews that were lost', async () => {
    const { summary: sum, printed } = await run({ 11: { misfiled: ['item abc: open with 4 stars'] } });
    expect(sum).toMatchObject({ failures: 0, lost: 0, misfiled: 1 });
    expect(printed[0]).toContain('misfiled: item abc: open with 4 stars');
  });

  it.each([[0, true], [5, true], [6, false]])('in %d of 10,000 worlds holds: %s', (misfiled, expected) => {
    expect(holds({ ...summary, misfiled })).toBe(expected);
  });

  it('never makes up for a review that was lost', () => {
    expect(holds({ ...summary, failures: 1, misfiled: 0 })).toBe(false);
  });
});
