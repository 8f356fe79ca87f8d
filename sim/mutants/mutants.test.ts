import { describe, expect, it } from 'vitest';
import { neighbourProblems } from '../again';
import { FAULTS } from '../faults';
import { problemsOf } from '../problems';
import type { simulate } from '../simulate';
import { loadMutant } from './load';
import { MUTANT_NAMES, MUTANTS, type Mutant, type MutantName } from './names';

const SEEDS = 500;

async function firstFailing(run: typeof simulate, name: MutantName, seeds: number): Promise<number | null> {
  for (let seed = 1; seed <= seeds; seed += 1) {
    const outcome = await run(seed, FAULTS[MUTANTS[name].under]);
    if (problemsOf(outcome).length + outcome.misfiled.length > 0) return seed;
  }
  return null;
}

const named = (expected: Mutant['expected']) => MUTANT_NAMES.filter((name) => MUTANTS[name].expected === expected);

describe('mutants', () => {
  it.each(named('caught'))(`%s is noticed within ${SEEDS} seeds`, { timeout: 60_000 }, async (name) => {
    expect(await firstFailing(await loadMutant(name), name, SEEDS)).not.toBeNull();
  });

  it.each(named('seen-beside'))('%s goes unnoticed alone, and is noticed beside another site', { timeout: 60_000 }, async (name) => {
    const [run, faults] = [await loadMutant(name), FAULTS[MUTANTS[name].under]];
    expect(await firstFailing(run, name, 10)).toBeNull();
    const problems = await Promise.all([1, 2, 3, 4, 5].map((seed) => neighbourProblems(run, seed, faults)));
    expect(problems.flat()).not.toEqual([]);
  });

  it.each(named('harmless'))('%s is never noticed: the engine does not depend on it for being right', { timeout: 60_000 }, async (name) => {
    expect(await firstFailing(await loadMutant(name), name, 100)).toBeNull();
  });
});
