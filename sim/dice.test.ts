import { expect, it } from 'vitest';
import { Dice, type Fault } from './dice';
import { NONE } from './faults';
import { Random } from './random';

it('counts what strikes and tells of it', () => {
  const dice = new Dice(new Random(1), { ...NONE, crash: 1 });
  const told: Fault[] = [];
  dice.onStrike = (fault) => told.push(fault);
  expect([dice.strikes('crash'), dice.strikes('stale'), dice.strikes('crash')]).toEqual([true, false, true]);
  expect(dice.struck).toEqual(new Map([['crash', 2]]));
  expect(told).toEqual(['crash', 'crash']);
});

it('can be calmed, for a world that is to come to rest', () => {
  const dice = new Dice(new Random(1), { ...NONE, crash: 1 });
  dice.faults = NONE;
  expect(dice.strikes('crash')).toBe(false);
});
