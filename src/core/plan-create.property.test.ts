import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprints } from './fingerprint';
import { plan } from './plan';
import { FULL, NEVER, WOO, given } from './plan.fixture';
import { afterwards } from './plan-model.fixture';
import type { Capabilities, PlanInput } from './plan-types';
import { otherSide, SIDES, type Field, type Rating, type ReviewFields, type Side, type Status } from './review';
import { WIX_CAPABILITIES } from './wix-capabilities';

const words = fc.oneof(fc.constantFrom('', 'Good', '😀', 'שלום', 'x'.repeat(101), 'x'.repeat(3001)), fc.string({ unit: 'grapheme', maxLength: 20 }));
const review: fc.Arbitrary<ReviewFields> = fc.record({
  title: words,
  body: words,
  rating: fc.constantFrom<(Rating | null)[]>(1, 2, 3, 4, 5, null),
  author: words,
  status: fc.constantFrom<Status[]>('published', 'published', 'published', 'pending', 'hidden'),
  reply: fc.option(words),
});
const from = fc.constantFrom<Side[]>('wix', 'store');
const store = fc.constantFrom<Capabilities[]>(WOO, FULL);

function alone(on: Side, fields: ReviewFields, capabilities: Capabilities): PlanInput {
  return given({ wix: NEVER, store: NEVER, [on]: { kind: 'present', fields }, birth: on, capabilities: { wix: WIX_CAPABILITIES, store: capabilities } });
}

describe('a review that only one side ever held, whatever it says', () => {
  it('is either created once or refused with a reason, never both, never neither; only an answer may stay behind, and says so', () => {
    fc.assert(
      fc.property(review, from, store, (fields, side, capabilities) => {
        const { ops, blocked: reasons, conflicts } = plan(alone(side, fields, capabilities));
        const blocked = reasons.filter(({ field }) => field !== 'reply');
        if (reasons.length > blocked.length) expect([ops.length, reasons[0]?.code]).toEqual([1, 'FIELD_TOO_LONG']);
        expect(ops.length === 1).toBe(blocked.length === 0);
        expect(ops.map(({ kind, on }) => [kind, on])).toEqual(blocked.length === 0 ? [['create', otherSide(side)]] : []);
        expect(conflicts).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('is copied word for word in every field that the other side holds', () => {
    fc.assert(
      fc.property(review, from, store, (fields, side, capabilities) => {
        const [op] = plan(alone(side, fields, capabilities)).ops;
        if (op?.kind !== 'create') return;
        const { holds } = op.on === 'wix' ? WIX_CAPABILITIES : capabilities;
        const empty: ReviewFields = { title: '', body: '', rating: null, author: '', status: 'published', reply: null };
        for (const field of Object.keys(empty) as Field[]) if (field !== 'reply' || op.fields.reply !== null || fields.reply === null) expect(op.fields[field]).toEqual(holds.includes(field) ? fields[field] : empty[field]);
        const { maxLength } = op.on === 'wix' ? WIX_CAPABILITIES : capabilities;
        if (holds.includes('reply')) expect(op.fields.reply).toBe((fields.reply?.length ?? 0) > maxLength.reply ? null : fields.reply);
      }),
      { numRuns: 1000 },
    );
  });

  it('goes on record as both sides then hold it, and is at rest from there on', () => {
    fc.assert(
      fc.property(review, from, store, (fields, side, capabilities) => {
        const input = alone(side, fields, capabilities);
        const { ops, blocked, nextBase } = plan(input);
        const [op] = ops;
        const agreed = blocked.some(({ field }) => field === 'reply') ? { ...fields, reply: null } : fields;
        const then = afterwards(input);
        expect(nextBase).toEqual(op?.kind === 'create' ? { [side]: fingerprints(agreed), [op.on]: fingerprints(op.fields) } : null);
        expect(plan(then).ops).toEqual([]);
        expect(then[side]).toEqual(input[side]);
      }),
      { numRuns: 800 },
    );
  });

  it('is never created beyond what the other side takes', () => {
    fc.assert(
      fc.property(review, from, store, (fields, side, capabilities) => {
        const [op] = plan(alone(side, fields, capabilities)).ops;
        if (op?.kind !== 'create') return;
        const { maxLength } = op.on === 'wix' ? WIX_CAPABILITIES : capabilities;
        for (const field of ['title', 'body', 'author', 'reply'] as const) expect((op.fields[field] ?? '').length).toBeLessThanOrEqual(maxLength[field]);
        expect(op.fields.status).toBe('published');
      }),
      { numRuns: 800 },
    );
  });

  it('says in a reason what is wrong by its shape and never by its words', () => {
    fc.assert(
      fc.property(review, from, store, (fields, side, capabilities) => {
        const secret = { ...fields, body: `${'x'.repeat(70_000)} my address is 5 Elm Street`, author: `${'y'.repeat(300)} Dana` };
        const told = JSON.stringify(plan(alone(side, secret, capabilities)).blocked);
        expect(told).not.toMatch(/Elm Street|Dana|xxx|yyy/);
      }),
      { numRuns: 200 },
    );
  });

  it('waits for publication first, whatever else is wrong with it', () => {
    for (const side of SIDES) {
      const fields: ReviewFields = { title: '', body: 'x'.repeat(70_000), rating: null, author: '', status: 'pending', reply: null };
      expect(plan(alone(side, fields, WOO)).blocked).toEqual([{ code: 'NOT_PUBLISHED', on: side, field: 'status', got: 'pending', expected: 'published' }]);
    }
  });

  it('crosses as soon as the shopper or owner mends what was wrong', () => {
    const broken: ReviewFields = { title: '', body: 'x'.repeat(70_000), rating: null, author: 'Dana', status: 'hidden', reply: null };
    const steps: readonly (readonly [Partial<ReviewFields>, readonly string[]])[] = [
      [{}, ['NOT_PUBLISHED']],
      [{ status: 'published' }, ['FIELD_TOO_LONG', 'RATING_MISSING']],
      [{ body: 'Short' }, ['RATING_MISSING']],
      [{ rating: 4 }, []],
    ];
    let fields = broken;
    for (const [change, codes] of steps) {
      fields = { ...fields, ...change };
      expect(plan(alone('store', fields, WOO)).blocked.map(({ code }) => code)).toEqual(codes);
    }
    expect(plan(alone('store', fields, WOO)).ops).toEqual([{ kind: 'create', on: 'wix', fields }]);
  });
});
