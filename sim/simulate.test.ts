import { expect, it } from 'vitest';
import { NORMAL } from './faults';
import { problemsOf } from './problems';
import { simulate } from './simulate';

it('same seed, same history: call by call, fault by fault, row by row', async () => {
  const [first, second] = [await simulate(42, NORMAL), await simulate(42, NORMAL)];
  expect(first.trace()).toBe(second.trace());
  expect(first.story()).toEqual(second.story());
  expect(first.story().length).toBeGreaterThan(50);
});

it('another seed, another history', async () => {
  expect((await simulate(1, NORMAL)).trace()).not.toBe((await simulate(2, NORMAL)).trace());
});

it('hours pass in it while hardly any time does', async () => {
  const beganAtMs = performance.now();
  const story = (await simulate(3, NORMAL)).story();
  const [first, last] = [story[0] ?? '', story.at(-1) ?? ''].map((line) => Date.parse(line.slice(0, 24)));
  expect((last ?? 0) - (first ?? 0)).toBeGreaterThan(3_600_000);
  expect(performance.now() - beganAtMs).toBeLessThan(10_000);
});

it('the engine holds over a hundred seeds, and never spends more calls than an invocation has', { timeout: 60_000 }, async () => {
  for (let seed = 1; seed <= 100; seed += 1) {
    const outcome = await simulate(seed, NORMAL);
    expect({ seed, problems: problemsOf(outcome) }).toEqual({ seed, problems: [] });
    expect(outcome.mostSpent).toBeLessThanOrEqual(18);
  }
});
