import { expect, it } from 'vitest';
import { neighbourProblems, twiceProblems } from './again';
import { HEAVY, NORMAL } from './faults';
import { simulate, type Outcome } from './simulate';

const SEEDS = Array.from({ length: 25 }, (_, index) => index + 1);

it.each([['normal', NORMAL], ['heavy', HEAVY]] as const)('every seed run twice gives the same history: %s', { timeout: 60_000 }, async (_name, faults) => {
  for (const seed of SEEDS) expect({ seed, problems: await twiceProblems(simulate, seed, faults) }).toEqual({ seed, problems: [] });
});

it.each([['normal', NORMAL], ['heavy', HEAVY]] as const)('a site does, keeps and writes the same whatever another one does beside it: %s', { timeout: 120_000 }, async (_name, faults) => {
  for (const seed of SEEDS) expect({ seed, problems: await neighbourProblems(simulate, seed, faults) }).toEqual({ seed, problems: [] });
});

it('a history that differs is a problem', async () => {
    let runs = 0;
    const named: typeof simulate = async (seed, faults, tenant): Promise<Outcome> => {
      runs += 1;
      const run = runs;
      return { ...(await simulate(seed, faults, tenant)), trace: () => String(run) };
    };
    expect(await twiceProblems(named, 1, NORMAL)).toEqual(['two runs gave two histories']);
    expect(await neighbourProblems(named, 1, NORMAL)).toEqual(['another site changed what this one does']);
});
