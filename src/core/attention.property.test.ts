import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWaiting, judge, type AttentionState, type Look, type Memory } from './attention';
import type { Rating } from './review';

/**
 * A review's life: what a person writes (edits), what an owner decides, and when the app looks. Looks are all the app
 * has: an event that is doubled is a look too many, one that is lost or late is a look too few, and no look ever shows
 * anything but the present. So whatever happens to events is a way of choosing looks.
 */
type Step =
  | { readonly kind: 'write'; readonly rating: Rating }
  | { readonly kind: 'look' }
  | { readonly kind: 'decide'; readonly state: Exclude<AttentionState, 'open'> }
  | { readonly kind: 'moderate' };

const THRESHOLD = 3;

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('write' as const), rating: fc.constantFrom<Rating>(1, 2, 3, 4, 5) }) },
  { weight: 5, arbitrary: fc.constant({ kind: 'look' as const }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('decide' as const), state: fc.constantFrom<'snoozed' | 'answered' | 'resolved' | 'dismissed'>('snoozed', 'answered', 'resolved', 'dismissed') }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'moderate' as const }) },
);

interface World {
  version: number;
  rating: Rating;
  known: string | null;
  memory: Memory | null;
  alerts: number;
  answer: string | null;
}

function lookAt(world: World): Look {
  return {
    now: { wix: { print: `v${String(world.version)}`, rating: world.rating }, store: null },
    known: world.known === null ? null : { wix: world.known, store: null },
    ours: { wix: null, store: null }, answer: world.answer, isLive: true, isGone: false,
  };
}

/** As `note-attention.ts` does: judge, then remember. */
function notice(world: World): void {
  const look = lookAt(world);
  const print = look.now.wix?.print ?? null;
  const verdict = judge(world.memory, look, THRESHOLD);
  if (verdict.kind === 'raised') {
    world.alerts += 1;
    world.memory = { state: 'open', seen: { wix: print, store: null }, answer: world.answer };
  } else if (world.memory !== null && verdict.kind !== 'none') {
    world.memory = { state: verdict.kind === 'closed' ? verdict.as : world.memory.state, seen: { wix: print, store: null }, answer: world.answer };
  }
  world.known = print;
}

function play(world: World, one: Step): void {
  switch (one.kind) {
    case 'write':
      world.version += 1;
      world.rating = one.rating;
      break;
    case 'look':
    case 'moderate':
      notice(world);
      break;
    case 'decide':
      if (world.memory !== null && isWaiting(world.memory)) {
        if (one.state === 'answered') world.answer = `r${String(world.version)}`;
        world.memory = { ...world.memory, state: one.state, answer: world.answer };
      }
  }
}

/** What an owner has to be told, from the story itself: unhappy words that were seen while nothing of it lay on the desk. */
function crossings(steps: readonly Step[], first: Rating): number {
  let [version, rating, seen, onDesk, count, met]: [number, Rating, number, boolean, number, boolean] = [1, first, 0, false, 0, false];
  for (const one of steps) {
    if (one.kind === 'write') {
      version += 1;
      rating = one.rating;
    } else if (one.kind === 'decide') {
      onDesk = false;
    } else {
      const isNews = !met || version !== seen;
      if (isNews && rating < THRESHOLD && !onDesk) {
        count += 1;
        onDesk = true;
      } else if (rating >= THRESHOLD) onDesk = false;
      seen = version;
      met = true;
    }
  }
  return count;
}

const start = (rating: Rating): World => ({ version: 1, rating, known: null, memory: null, alerts: 0, answer: null });

describe('alerts', () => {
  it('are exactly the crossings, whatever happens to events', () => {
    fc.assert(fc.property(fc.constantFrom<Rating>(1, 2, 3, 4, 5), fc.array(step, { maxLength: 40 }), (first, steps) => {
      const world = start(first);
      for (const one of steps) play(world, one);
      expect(world.alerts).toBe(crossings(steps, first));
    }), { numRuns: 2_000 });
  });

  it('are the same in number when every event comes three times', () => {
    fc.assert(fc.property(fc.constantFrom<Rating>(1, 2, 3, 4, 5), fc.array(step, { maxLength: 30 }), (first, steps) => {
      const [once, thrice] = [start(first), start(first)];
      for (const one of steps) {
        play(once, one);
        for (let times = one.kind === 'look' ? 3 : 1; times > 0; times -= 1) play(thrice, one);
      }
      expect(thrice.alerts).toBe(once.alerts);
      expect(thrice.memory).toEqual(once.memory);
    }), { numRuns: 1_000 });
  });

  it('are never more than the times a person wrote', () => {
    fc.assert(fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const world = start(1);
      for (const one of steps) play(world, one);
      expect(world.alerts).toBeLessThanOrEqual(1 + steps.filter(({ kind }) => kind === 'write').length);
    }));
  });

  it('leave an item on the desk exactly while the last words seen are unhappy and nobody decided', () => {
    fc.assert(fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const world = start(2);
      for (const one of [...steps, { kind: 'look' } as const]) play(world, one);
      if (world.rating >= THRESHOLD) expect(world.memory === null || !isWaiting(world.memory)).toBe(true);
    }));
  });
});

describe('the rule', () => {
  const seen = fc.record({ wix: fc.constantFrom(null, 'a', 'b', 'c'), store: fc.constantFrom(null, 'a', 'b', 'c') });
  const sideNow = fc.option(fc.record({ print: fc.constantFrom('a', 'b', 'c'), rating: fc.constantFrom<Rating | null>(null, 1, 2, 3, 4, 5) }));
  const anyLook: fc.Arbitrary<Look> = fc.record({
    now: fc.record({ wix: sideNow, store: sideNow }), known: fc.option(seen), ours: seen, answer: fc.constantFrom(null, 'r', 's'), isLive: fc.boolean(), isGone: fc.boolean(),
  });
  const anyMemory: fc.Arbitrary<Memory | null> = fc.option(fc.record({
    state: fc.constantFrom<AttentionState>('open', 'snoozed', 'answered', 'resolved', 'dismissed', 'improved', 'gone'), seen, answer: fc.constantFrom(null, 'r', 's'),
  }));

  it('raises nothing on which both sides have enough stars', () => {
    fc.assert(fc.property(anyMemory, anyLook, fc.constantFrom(2, 3, 4), (memory, look, threshold) => {
      const verdict = judge(memory, look, threshold);
      const ratings = [look.now.wix, look.now.store].flatMap((side) => side?.rating ?? []);
      if (verdict.kind === 'raised') expect(Math.min(...ratings)).toBeLessThan(threshold);
    }));
  });

  it('closes nothing that is not on the desk, and raises nothing that lies open there', () => {
    fc.assert(fc.property(anyMemory, anyLook, (memory, look) => {
      const verdict = judge(memory, look, 3);
      if (verdict.kind === 'closed') expect(memory !== null && isWaiting(memory)).toBe(true);
      if (verdict.kind === 'raised') expect(memory?.state).not.toBe('open');
    }));
  });
});
