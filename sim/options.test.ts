import { expect, it } from 'vitest';
import { HEAVY, NORMAL } from './faults';
import { parseOptions } from './options';

it('runs a thousand seeds of the real engine unless told otherwise', () => {
  expect(parseOptions([])).toEqual({ seeds: 1000, from: 1, faults: NORMAL, mutant: null, story: false, twice: false, neighbour: false });
});

it('takes every option, and --json for the sake of scripts', () => {
  expect(parseOptions(['--seeds', '5', '--from', '77', '--faults', 'heavy', '--mutant', 'lease-ignored', '--story', '--twice', '--neighbour', '--json'])).toEqual({
    seeds: 5, from: 77, faults: HEAVY, mutant: 'lease-ignored', story: true, twice: true, neighbour: true,
  });
});

it.each([
  [['--seeds', '0'], /--seeds.*"0"/],
  [['--from', 'x'], /--from.*"x"/],
  [['--faults', 'some'], /--faults.*"some"/],
  [['--mutant', 'none'], /--mutant.*"none"/],
])('refuses %j and quotes what was wrong', (args, message) => {
  expect(() => parseOptions(args)).toThrow(message);
});
