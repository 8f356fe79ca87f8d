import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plan } from './plan';
import { given, NEVER, WOO } from './plan.fixture';
import { afterwards } from './plan-model.fixture';
import type { AbsenceProof, PlanInput, Seen } from './plan-types';
import { otherSide, SIDES, type ReviewFields, type Side } from './review';
import { WIX_CAPABILITIES } from './wix-capabilities';

const side = fc.constantFrom<Side[]>('wix', 'store');
const START: ReviewFields = { title: '', body: 'Fine', rating: 4, author: 'Dana', status: 'published', reply: null };

/** One thing that happens to a pair between two looks. */
type Deed =
  | { readonly kind: 'edit'; readonly on: Side; readonly body: string }
  | { readonly kind: 'hide' | 'show' | 'delete'; readonly on: Side }
  /** One side cannot be read properly: the review looks gone, but nothing proves it. */
  | { readonly kind: 'vanish'; readonly on: Side; readonly proof: AbsenceProof }
  | { readonly kind: 'look' };

const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ kind: fc.constant('edit' as const), on: side, body: fc.constantFrom('a', 'b', 'c') }),
  fc.record({ kind: fc.constantFrom('hide' as const, 'show' as const), on: side }),
  { weight: 4, arbitrary: fc.constant<Deed>({ kind: 'look' }) },
);

function happen(state: PlanInput, one: Deed): PlanInput {
  if (one.kind === 'look') return afterwards(state);
  const there = state[one.on];
  if (there.kind !== 'present') return state;
  const now = (change: Partial<ReviewFields>): PlanInput => ({ ...state, [one.on]: { kind: 'present', fields: { ...there.fields, ...change } } });
  switch (one.kind) {
    case 'edit':
      return now({ body: one.body });
    case 'hide':
      return now({ status: 'hidden' });
    case 'show':
      return now({ status: 'published' });
    case 'delete':
      return { ...state, [one.on]: { kind: 'gone', proof: 'event' } };
    case 'vanish':
      return { ...state, [one.on]: { kind: 'gone', proof: one.proof } };
  }
}

function newborn(birth: Side): PlanInput {
  return given({ wix: NEVER, store: NEVER, [birth]: { kind: 'present', fields: START }, birth, capabilities: { wix: WIX_CAPABILITIES, store: WOO } });
}

/** Looks until nothing moves. More than a few looks would be a pair that swings to and fro. */
function atRest(state: PlanInput): PlanInput {
  let now = state;
  for (let look = 0; look < 3; look += 1) now = afterwards(now);
  return now;
}

const isThere = (seen: Seen): boolean => seen.kind === 'present';

describe('a pair, over its whole life', () => {
  it('is created at most once on one side and never on the side of its birth', () => {
    fc.assert(
      fc.property(side, fc.array(deed, { maxLength: 14 }), (birth, deeds) => {
        let state = newborn(birth);
        let creates = 0;
        for (const one of [...deeds, { kind: 'look' } as const]) {
          const ops = one.kind === 'look' ? plan(state).ops : [];
          for (const op of ops) {
            if (op.kind !== 'create') continue;
            creates += 1;
            expect(op.on).toBe(otherSide(birth));
          }
          state = happen(state, one);
        }
        expect(creates).toBeLessThanOrEqual(1);
      }),
      { numRuns: 1000 },
    );
  });

  it('comes to rest after one look and does not swing, whatever happened before', () => {
    fc.assert(
      fc.property(side, fc.array(deed, { maxLength: 14 }), (birth, deeds) => {
        const settled = afterwards(deeds.reduce(happen, newborn(birth)));
        expect(plan(settled).ops).toEqual([]);
        expect(atRest(settled)).toEqual(settled);
      }),
      { numRuns: 1000 },
    );
  });

  it('holds the same text, stars and visibility on both sides once it is at rest and was shown', () => {
    fc.assert(
      fc.property(side, fc.array(deed, { maxLength: 14 }), (birth, deeds) => {
        const settled = atRest(deeds.reduce(happen, newborn(birth)));
        if (settled.wix.kind !== 'present' || settled.store.kind !== 'present') return;
        const [wix, store] = [settled.wix.fields, settled.store.fields];
        expect([wix.body, wix.rating, wix.author, wix.status]).toEqual([store.body, store.rating, store.author, store.status]);
      }),
      { numRuns: 1000 },
    );
  });

  it('is gone on both sides after a deletion on either, and stays gone', () => {
    fc.assert(
      fc.property(side, side, fc.array(deed, { maxLength: 8 }), fc.array(deed, { maxLength: 8 }), (birth, on, before, after) => {
        const pair = atRest(before.filter(({ kind }) => kind !== 'hide').reduce(happen, newborn(birth)));
        fc.pre(isThere(pair.wix) && isThere(pair.store));
        let state = afterwards(happen(pair, { kind: 'delete', on }));
        expect(SIDES.map((each) => state[each].kind)).toEqual(['gone', 'gone']);
        for (const one of after) {
          expect(plan(state).ops).toEqual([]);
          state = happen(state, one);
        }
        expect(SIDES.some((each) => isThere(state[each]))).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('loses nothing when a side merely cannot be read, and goes on when it is back', () => {
    fc.assert(
      fc.property(side, side, fc.array(deed, { maxLength: 8 }), (birth, on, deeds) => {
        const pair = atRest(deeds.reduce(happen, newborn(birth)));
        fc.pre(isThere(pair.wix) && isThere(pair.store));
        const away = happen(pair, { kind: 'vanish', on, proof: 'none' });
        const { ops, blocked, nextBase } = plan(away);
        expect(ops).toEqual([]);
        expect(blocked).toEqual([{ code: 'GONE_UNPROVEN', on, field: null }]);
        expect(nextBase).toEqual(pair.base);
        expect(afterwards({ ...afterwards(away), [on]: pair[on] })).toEqual(pair);
      }),
      { numRuns: 500 },
    );
  });

  it('never writes to a side that nobody saw', () => {
    fc.assert(
      fc.property(side, fc.array(deed, { maxLength: 10 }), (birth, deeds) => {
        const state = deeds.reduce(happen, newborn(birth));
        for (const op of plan(state).ops) expect(op.kind === 'create' || isThere(state[op.on])).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
