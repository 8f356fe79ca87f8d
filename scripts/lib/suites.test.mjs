import { expect, test } from 'vitest';
import { verdictOf } from './suites.mjs';

test('the verdict is the last line, whatever was printed before it', () => {
  expect(verdictOf('seed 4: lost\n{"seeds":10,"failures":1}\n')).toMatchObject({ seeds: 10, failures: 1 });
});

test.each(['', 'Error: out of memory', '{"seeds":10}', 'null', '{"seeds":10,"failures":0}\nkilled'])(
  'no verdict is read from %j',
  (output) => {
    expect(verdictOf(output)).toBeNull();
  },
);
