import { parseArgs } from 'node:util';
import { FAULTS, type Faults, type FaultsName } from './faults';
import { isMutantName, MUTANT_NAMES, type MutantName } from './mutants/names';

export interface Options {
  readonly seeds: number;
  /** The first seed. */
  readonly from: number;
  readonly faults: Faults;
  /** A deliberately broken engine to run instead of the real one. */
  readonly mutant: MutantName | null;
  /** Runs every seed a second time and compares the histories. */
  readonly twice: boolean;
  /** Runs every seed beside another site and compares with how it goes alone. */
  readonly neighbour: boolean;
  /** Prints what happened, step by step. */
  readonly story: boolean;
}

/** Reads the command line. `--json` is taken for scripts' sake: the last line is JSON in any case. */
export function parseOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seeds: { type: 'string', default: '1000' },
      from: { type: 'string', default: '1' },
      faults: { type: 'string', default: 'normal' },
      mutant: { type: 'string' },
      twice: { type: 'boolean', default: false },
      neighbour: { type: 'boolean', default: false },
      story: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  return {
    seeds: wholeNumber('seeds', values.seeds),
    from: wholeNumber('from', values.from),
    faults: faultsNamed(values.faults),
    mutant: values.mutant === undefined ? null : mutantNamed(values.mutant),
    twice: values.twice,
    neighbour: values.neighbour,
    story: values.story,
  };
}

function wholeNumber(name: string, raw: string): number {
  const number = Number(raw);
  if (!Number.isSafeInteger(number) || number < 1) throw new RangeError(`Expected --${name} to be a whole number from 1 up, got "${raw}"`);
  return number;
}

function faultsNamed(raw: string): Faults {
  if (!Object.hasOwn(FAULTS, raw)) throw new RangeError(`Expected --faults to be one of ${Object.keys(FAULTS).join(', ')}; got "${raw}"`);
  return FAULTS[raw as FaultsName];
}

function mutantNamed(raw: string): MutantName {
  if (!isMutantName(raw)) throw new RangeError(`Expected --mutant to be one of ${MUTANT_NAMES.join(', ')}; got "${raw}"`);
  return raw;
}
