import { describe, expect, it } from 'vitest';
import { FAULTS } from '../faults';
import { problemsOf } from '../problems';
import type { simulate } from '../simulate';
import { loadMutant } from './load';
import { MUTANT_NAMES, MUTANTS, type MutantName } from './names';

const SEEDS = 500;

async function firstFailing(run: typeof simulate, name: MutantName, seeds: number): Promise<number | null> {
  for (let seed = 1; seed <= seeds; seed += 1) if (problemsOf(await run(seed, FAULTS[MUTANTS[name].under])).length > 0) return seed;
  return null;
}

const named = (expected: 'caught' | 'harmless') => MUTANT_NAMES.filter((name) => MUTANTS[name].expected === expected);

describe('mutants', () => {
  it.each(named('caught'))(`%s is noticed within ${SEEDS} seeds`, { timeout: 60_000 }, async (name) => {
    expect(await firstFailing(await loadMutant(name), name, SEEDS)).not.toBeNull();
  });

  it.each(named('harmless'))('%s is never noticed: the engine does not depend on it for being right', { timeout: 60_000 }, async (name) => {
    expect(await firstFailing(await loadMutant(name), name, 100)).toBeNull();
  });
});
