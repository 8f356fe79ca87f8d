import { neighbourProblems, twiceProblems } from './again';
import type { Options } from './options';
import { problemsOf } from './problems';
import type { simulate } from './simulate';

/** The last line of the command, as scripts read it. */
export interface Summary {
  readonly seeds: number;
  readonly failures: number;
  readonly maxWritesPerChange: number;
  readonly lost: number;
  readonly duplicated: number;
  /** Worlds whose inbox did not fit its reviews. */
  readonly misfiled: number;
}

/** Sweeps mend an inbox that a crash left behind (`docs/simulation.md`); more than this share of worlds is a new fault. */
export const MISFILED_SHARE = 0.0005;

export function holds({ seeds, failures, misfiled }: Summary): boolean {
  return failures === 0 && misfiled <= Math.max(1, seeds * MISFILED_SHARE);
}

/** Simulates one world per seed and adds up how they ended; `print` gets a line for each that failed. */
export async function runSeeds(run: typeof simulate, { seeds, from, faults, story, twice, neighbour }: Omit<Options, 'mutant'>, print: (line: string) => void): Promise<Summary> {
  let [failures, lost, duplicated, misfiled, maxWritesPerChange] = [0, 0, 0, 0, 0];
  for (let seed = from; seed < from + seeds; seed += 1) {
    const outcome = await run(seed, faults);
    lost += outcome.lost.length;
    duplicated += outcome.duplicated.length;
    if (outcome.misfiled.length > 0) {
      misfiled += 1;
      print(`seed ${seed}: misfiled: ${outcome.misfiled.join('; ')}`);
    }
    maxWritesPerChange = Math.max(maxWritesPerChange, outcome.writesPerChange);
    if (story) for (const line of outcome.story()) print(line);
    const problems = [
      ...problemsOf(outcome),
      ...(twice ? await twiceProblems(run, seed, faults) : []),
      ...(neighbour ? await neighbourProblems(run, seed, faults) : []),
    ];
    if (problems.length === 0) continue;
    failures += 1;
    print(`seed ${seed}: ${problems.join('; ')}`);
  }
  return { seeds, failures, maxWritesPerChange, lost, duplicated, misfiled };
}
