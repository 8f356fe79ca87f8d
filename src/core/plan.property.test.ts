import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprints } from './fingerprint';
import { heldByBoth } from './held-by-both';
import { plan } from './plan';
import { afterwards, written } from './plan-model.fixture';
import type { AbsenceProof, Capabilities, Conflict, Direction, PlanInput, Policy, Seen, Truth } from './plan-types';
import { FIELDS, otherSide, type Field, type Rating, type ReviewFields, type Side, type Status } from './review';

const text = fc.constantFrom('', 'a', 'b', 'c', 'long'.repeat(10));
const reviewFields: fc.Arbitrary<ReviewFields> = fc.record({
  title: text,
  body: text,
  rating: fc.constantFrom<(Rating | null)[]>(1, 3, 5, null),
  author: text,
  status: fc.constantFrom<Status[]>('published', 'published', 'pending', 'hidden'),
  reply: fc.option(text),
});
const proof = fc.constantFrom<AbsenceProof[]>('event', 'trash', 'scan', 'none');
const seen: fc.Arbitrary<Seen> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('present' as const), fields: reviewFields }) },
  { weight: 1, arbitrary: fc.constant<Seen>({ kind: 'never' }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('gone' as const), proof }) },
);
const someFields = fc.oneof(fc.constant(FIELDS), fc.subarray([...FIELDS]));
const capabilities: fc.Arbitrary<Capabilities> = fc.record({
  create: fc.boolean(),
  holds: someFields,
  edits: someFields,
  delete: fc.constantFrom('trash', 'force', 'none'),
  maxLength: fc.constantFrom(1000, 20).map((max) => ({ title: max, body: max, author: max, reply: max })),
});
function perField<T>(value: fc.Arbitrary<T>): fc.Arbitrary<Record<Field, T>> {
  return fc.record({ title: value, body: value, rating: value, author: value, status: value, reply: value });
}
const direction = fc.constantFrom<Direction[]>('both', 'both', 'both', 'to-store', 'to-wix', 'off');
const policy: fc.Arbitrary<Policy> = fc.record({
  truth: perField(fc.constantFrom<Truth[]>('wix', 'store', 'birth')),
  direction: perField(direction),
  onDelete: fc.constantFrom('delete', 'hide', 'keep'),
});
const side = fc.constantFrom<Side[]>('wix', 'store');
const base = fc.option(
  fc.oneof(
    reviewFields.map((fields) => ({ wix: fingerprints(fields), store: fingerprints(fields) })),
    fc.record({ wix: reviewFields.map(fingerprints), store: reviewFields.map(fingerprints) }),
  ),
  { freq: 4 },
);
const input: fc.Arbitrary<PlanInput> = fc.record({ wix: seen, store: seen, base, birth: side, policy, capabilities: fc.record({ wix: capabilities, store: capabilities }) });

const able: Capabilities = { create: true, holds: FIELDS, edits: FIELDS, delete: 'trash', maxLength: { title: 1000, body: 1000, author: 1000, reply: 1000 } };
const openPolicy: fc.Arbitrary<Policy> = policy.map((one) => ({
  ...one,
  direction: { title: 'both', body: 'both', rating: 'both', author: 'both', status: 'both', reply: 'both' },
}));

function mirrored(one: PlanInput): PlanInput {
  const truth = Object.fromEntries(FIELDS.map((field) => [field, mirroredTruth(one.policy.truth[field])])) as Policy['truth'];
  const directions = Object.fromEntries(FIELDS.map((field) => [field, MIRRORED[one.policy.direction[field]]])) as Policy['direction'];
  return {
    wix: one.store,
    store: one.wix,
    base: one.base === null ? null : { wix: one.base.store, store: one.base.wix },
    birth: otherSide(one.birth),
    policy: { ...one.policy, truth, direction: directions },
    capabilities: { wix: one.capabilities.store, store: one.capabilities.wix },
  };
}
const MIRRORED: Readonly<Record<Direction, Direction>> = { both: 'both', off: 'off', 'to-store': 'to-wix', 'to-wix': 'to-store' };
function mirroredTruth(truth: Truth): Truth {
  return truth === 'birth' ? 'birth' : otherSide(truth);
}
function flip<T extends { readonly on: Side }>(items: readonly T[]): unknown[] {
  return items.map((item) => ({ ...item, on: otherSide(item.on) }));
}
function sorted(items: readonly unknown[]): string[] {
  return items.map((item) => JSON.stringify(item)).sort();
}

describe('plan, over any two sides, base, policy and capabilities', () => {
  it('gives no op when planned again after its ops, and the same base and reasons', () => {
    fc.assert(
      fc.property(input, (one) => {
        const then = afterwards(one);
        const again = plan(then);
        expect(again.ops).toEqual([]);
        expect(again.conflicts).toEqual([]);
        expect(afterwards(then)).toEqual({ ...then, base: again.nextBase });
        expect(plan(afterwards(then))).toEqual(again);
      }),
      { numRuns: 1500 },
    );
  });

  it('gives no op without cause: sides that equal their base stay as they are', () => {
    fc.assert(
      fc.property(reviewFields, reviewFields, side, policy, capabilities, capabilities, (wix, store, birth, rules, onWix, inStore) => {
        const result = plan({
          wix: { kind: 'present', fields: wix },
          store: { kind: 'present', fields: store },
          base: { wix: fingerprints(wix), store: fingerprints(store) },
          birth,
          policy: rules,
          capabilities: { wix: onWix, store: inStore },
        });
        expect(result).toEqual({ ops: [], conflicts: [], blocked: [], nextBase: { wix: fingerprints(wix), store: fingerprints(store) } });
      }),
    );
  });

  it('never deletes or hides a copy without both a proof and a base', () => {
    fc.assert(
      fc.property(input, (one) => {
        for (const op of plan(one).ops) {
          const there = one[otherSide(op.on)];
          if (op.kind !== 'delete' && there.kind === 'present') continue;
          if (op.kind === 'create') continue;
          expect(one.base).not.toBeNull();
          expect(there.kind === 'gone' && there.proof !== 'none').toBe(true);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('only creates where a review never was, and only once published', () => {
    fc.assert(
      fc.property(input, (one) => {
        for (const op of plan(one).ops) {
          if (op.kind !== 'create') continue;
          const from = one[otherSide(op.on)];
          expect(one[op.on].kind).toBe('never');
          expect(one.base).toBeNull();
          expect(from.kind === 'present' && from.fields.status === 'published').toBe(true);
        }
      }),
      { numRuns: 800 },
    );
  });

  it('never writes what a side cannot hold or change, nor against the direction', () => {
    fc.assert(
      fc.property(input, (one) => {
        for (const op of plan(one).ops) {
          const fields = written(op);
          const { holds, edits, maxLength } = one.capabilities[op.on];
          for (const field of fields) {
            expect(holds).toContain(field);
            expect(edits).toContain(field);
            expect(['both', `to-${op.on}`]).toContain(one.policy.direction[field]);
          }
          if (op.kind === 'update') expect((op.edits.body ?? '').length).toBeLessThanOrEqual(maxLength.body);
          if (op.kind === 'create' && op.on === 'wix' && holds.includes('rating')) expect(op.fields.rating).not.toBeNull();
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('mirrors its decision when the sides are swapped', () => {
    // What only one kind of shop refuses (no stars, no text) is left out of it.
    const whole = reviewFields.filter(({ title, body, rating }) => title !== '' && body !== '' && rating !== null);
    const present = fc.record({ kind: fc.constant('present' as const), fields: whole });
    const either = fc.oneof(present, present, seen.filter(({ kind }) => kind !== 'present'));
    // Without a body to hold, a store has nothing to show.
    const withBody = capabilities.filter(({ holds }) => holds.includes('body'));
    fc.assert(
      fc.property(input, either, either, withBody, withBody, (one, wix, store, onWix, inStore) => {
        const here = { ...one, wix, store, capabilities: { wix: onWix, store: inStore } };
        const [a, b] = [plan(here), plan(mirrored(here))];
        expect(sorted(flip(b.ops))).toEqual(sorted(a.ops));
        expect(sorted(flip(b.blocked))).toEqual(sorted(a.blocked));
        expect(b.conflicts).toEqual(a.conflicts.map((conflict) => ({ ...conflict, winner: otherSide(conflict.winner) })));
        expect(b.nextBase).toEqual(a.nextBase === null ? null : { wix: a.nextBase.store, store: a.nextBase.wix });
      }),
      { numRuns: 1000 },
    );
  });

  it('overwrites no value that a person wrote since the base, unless the conflict records it', () => {
    fc.assert(
      fc.property(input, (one) => {
        const { ops, conflicts } = plan(one);
        for (const op of ops) {
          const before = one[op.on];
          if (before.kind !== 'present' || one.base === null) continue;
          const touched = op.kind === 'delete' ? FIELDS.filter((field) => field !== 'status') : written(op);
          const now = fingerprints(before.fields);
          const isHiding = one[otherSide(op.on)].kind !== 'present' && op.kind === 'moderate';
          for (const field of touched) {
            if (isHiding || now[field] === one.base[op.on][field]) continue;
            expect(conflicts).toContainEqual<Conflict>({ field, winner: otherSide(op.on), lost: before.fields[field] });
          }
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('makes sides equal in every field that both hold, when nothing is blocked or held back', () => {
    fc.assert(
      fc.property(reviewFields, reviewFields, reviewFields, openPolicy, side, (was, wix, store, rules, birth) => {
        const both = fingerprints(was);
        const one: PlanInput = { wix: { kind: 'present', fields: wix }, store: { kind: 'present', fields: store }, base: { wix: both, store: both }, birth, policy: rules, capabilities: { wix: able, store: able } };
        const { blocked } = plan(one);
        const then = afterwards(one);
        if (blocked.length > 0 || then.wix.kind !== 'present' || then.store.kind !== 'present') return;
        const undecided = wix.status === 'pending' || store.status === 'pending';
        for (const field of heldByBoth(one)) {
          if (field === 'status' && undecided) continue;
          expect(then.wix.fields[field]).toEqual(then.store.fields[field]);
        }
      }),
      { numRuns: 800 },
    );
  });
});
