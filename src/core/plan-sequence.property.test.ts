import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from './default-policy';
import { fingerprints } from './fingerprint';
import { plan } from './plan';
import { afterwards } from './plan-model.fixture';
import type { PlanInput, Truth } from './plan-types';
import { otherSide, SIDES, type Rating, type ReviewFields, type Side, type Status } from './review';
import { WIX_CAPABILITIES } from './wix-capabilities';

const side = fc.constantFrom<Side[]>('wix', 'store');
const policy = fc
  .constantFrom<Truth[]>('wix', 'store', 'birth')
  .map((truth) => ({ ...DEFAULT_POLICY, truth: { title: truth, body: truth, rating: truth, author: truth, status: truth, reply: truth } }));

describe('plan, over a sequence of human changes', () => {
  const edit = fc.oneof(
    fc.record({ field: fc.constant('body' as const), value: fc.constantFrom('x', 'y', 'z') }),
    fc.record({ field: fc.constant('title' as const), value: fc.constantFrom('t', 'u') }),
    fc.record({ field: fc.constant('rating' as const), value: fc.constantFrom<Rating[]>(1, 2, 5) }),
    fc.record({ field: fc.constant('status' as const), value: fc.constantFrom<Status[]>('published', 'hidden', 'pending') }),
    fc.record({ field: fc.constant('reply' as const), value: fc.constantFrom('thanks', null) }),
  );
  const start: ReviewFields = { title: 't', body: 'x', rating: 5, author: 'Dana', status: 'published', reply: null };

  it('writes at most once on the other side, never on the side of the change, and then rests', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(side, edit), { maxLength: 12 }), policy, side, (changes, rules, birth) => {
        const prints = fingerprints(start);
        let state: PlanInput = { wix: { kind: 'present', fields: start }, store: { kind: 'present', fields: start }, base: { wix: prints, store: prints }, birth, policy: rules, capabilities: { wix: WIX_CAPABILITIES, store: WIX_CAPABILITIES } };
        // A change that had to wait for a decision crosses together with it, so writes are counted against all changes so far.
        const changed: Record<Side, number> = { wix: 0, store: 0 };
        const writes: Record<Side, number> = { wix: 0, store: 0 };
        for (const [on, { field, value }] of changes) {
          const there = state[on];
          if (there.kind !== 'present') throw new Error('Expected an edit to keep the review');
          if (there.fields[field] !== value) changed[otherSide(on)] += 1;
          state = { ...state, [on]: { kind: 'present', fields: { ...there.fields, [field]: value } } };
          for (const op of plan(state).ops) writes[op.on] += 1;
          state = afterwards(state);
          expect(plan(state).ops).toEqual([]);
        }
        // Conflicts may turn a write round, never add one.
        expect(writes.wix + writes.store).toBeLessThanOrEqual(changed.wix + changed.store);
      }),
      { numRuns: 800 },
    );
  });

  it('carries every change across in order when nobody has to decide', () => {
    const plain = edit.filter(({ value }) => value !== 'pending');
    fc.assert(
      fc.property(fc.array(fc.tuple(side, plain), { maxLength: 12 }), policy, side, (changes, rules, birth) => {
        const prints = fingerprints(start);
        let state: PlanInput = { wix: { kind: 'present', fields: start }, store: { kind: 'present', fields: start }, base: { wix: prints, store: prints }, birth, policy: rules, capabilities: { wix: WIX_CAPABILITIES, store: WIX_CAPABILITIES } };
        let truth: ReviewFields = start;
        for (const [on, { field, value }] of changes) {
          truth = { ...truth, [field]: value };
          state = { ...state, [on]: { kind: 'present', fields: truth } };
          expect(plan(state).conflicts).toEqual([]);
          expect(plan(state).ops.length).toBeLessThanOrEqual(1);
          state = afterwards(state);
        }
        for (const each of SIDES) expect(state[each]).toEqual({ kind: 'present', fields: truth });
      }),
      { numRuns: 500 },
    );
  });
});
