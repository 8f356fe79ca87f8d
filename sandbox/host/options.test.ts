import { describe, expect, it } from 'vitest';
import { readOptions } from './options';

describe('readOptions', () => {
  it('starts on port 4800 with a seeded, remembered shop when nothing is said', () => {
    expect(readOptions([], '/repo')).toEqual({
      port: 4800, fresh: false, empty: false, byHand: false, moreProducts: 0, speed: 1, quiet: false, stateDir: '/repo/.sandbox', switches: {},
    });
  });

  it('reads every option', () => {
    const argv = ['--port', '0', '--fresh', '--empty', '--by-hand', '--more-products', '5000', '--speed', '60', '--quiet', '--state', '/elsewhere/s', '--switches', '{"a":1}'];
    expect(readOptions(argv, '/repo')).toEqual({
      port: 0, fresh: true, empty: true, byHand: true, moreProducts: 5000, speed: 60, quiet: true, stateDir: '/elsewhere/s', switches: { a: 1 },
    });
  });

  it.each([['--port', 'abc'], ['--port', '70000'], ['--port', ''], ['--speed', '0'], ['--speed', '1.5'], ['--switches', '[]'], ['--switches', 'x']])(
    'refuses %s %j and quotes it',
    (name, value) => {
      expect(() => readOptions([name, value], '/repo')).toThrow(`"${value}"`);
    },
  );

  it('refuses an option it does not know', () => {
    expect(() => readOptions(['--prot', '1'], '/repo')).toThrow('--prot');
  });
});
