import { describe, expect, it } from 'vitest';
import { plan } from './plan';
import { base, deleting, given, gone, present, toward } from './plan.fixture';
import { NOTHING } from './plan-nothing';
import type { PlanInput } from './plan-types';
import { otherSide, type ReviewFields, type Side } from './review';

type Change = Partial<ReviewFields>;

/** A pair that was found to say the same while the review on `side` was not published. */
function found(side: Side, change: Change, now: Partial<PlanInput> = {}): PlanInput {
  return given({ twins: true, wix: present(), store: present(), base: side === 'store' ? base({}, change) : base(change, {}), ...now });
}

/** The pair as `one` holds it on `side`, and `other` on the other side. */
function holding(side: Side, one: Change, other: Change = {}): Partial<PlanInput> {
  return side === 'store' ? { store: present(one), wix: present(other) } : { wix: present(one), store: present(other) };
}

describe.each(['store', 'wix'] as const)('a twin in the %s that was never published', (side) => {
  describe.each(['pending', 'hidden'] as const)('(%s when both were matched)', (status) => {
    it.each(['event', 'trash', 'scan'] as const)('takes nothing away when it goes, by %s', (proof) => {
      for (const policy of [deleting('delete'), deleting('hide')]) expect(plan(found(side, { status }, { [side]: gone(proof), policy }))).toEqual(NOTHING);
    });

    it('hides nothing when it is marked as spam, nor shows anything', () => {
      const hidden = found(side, { status }, holding(side, { status: 'hidden' }));
      expect(plan(hidden)).toMatchObject({ ops: [], blocked: [], conflicts: [] });
      const restored = found(side, { status }, holding(side, { status: 'pending' }, { status: 'hidden' }));
      expect(plan(restored)).toMatchObject({ ops: [], blocked: [], conflicts: [] });
    });

    it('writes nothing over the other when it is edited, and says that it waits', () => {
      const edited = found(side, { status }, holding(side, { status, body: 'Bought it, hated it', rating: 1 }));
      expect(plan(edited)).toMatchObject({ ops: [], blocked: [{ code: 'NOT_PUBLISHED', on: side, field: null }] });
    });

    it('meets the other anew when it is published with other words: they are two reviews', () => {
      const edited = found(side, { status }, { birth: otherSide(side), ...holding(side, { body: 'Bought it, hated it' }) });
      expect(plan(edited)).toEqual({ ...NOTHING, blocked: [{ code: 'DIFFERENT_REVIEWS', on: side, field: null }] });
    });

    it('is accepted when it is published with the same words: its removal is followed from then on', () => {
      const accepted = plan(found(side, { status }, holding(side, {})));
      expect(accepted).toEqual({ ...NOTHING, nextBase: base() });
      expect(plan(given({ ...holding(side, {}), twins: true, [side]: gone('event'), base: accepted.nextBase })).ops).toEqual([{ kind: 'delete', on: otherSide(side) }]);
    });

    it('takes on what is edited on the other, and its removal', () => {
      const edited = found(side, { status }, holding(side, { status }, { rating: 2 }));
      expect(plan(edited).ops).toEqual([{ kind: 'update', on: side, edits: { rating: 2 } }]);
      expect(plan(found(side, { status }, { ...holding(side, { status }), [otherSide(side)]: gone('event') })).ops).toEqual([{ kind: 'delete', on: side }]);
    });

    it('is not shown because the other is', () => {
      const shown = found(side, { status }, holding(side, { status: 'hidden' }, { status: 'published' }));
      const before = { status: status === 'hidden' ? 'pending' : 'hidden' } as const;
      expect(plan({ ...shown, base: side === 'store' ? base(before, { status }) : base({ status }, before) }).ops).toEqual([]);
    });

    it('takes on nothing against the direction', () => {
      const policy = toward(side === 'store' ? 'to-wix' : 'to-store', 'body', 'rating');
      expect(plan(found(side, { status }, { ...holding(side, { status }, { rating: 2 }), policy })).ops).toEqual([]);
    });

    it('gives the same answer until something changes', () => {
      const edited = found(side, { status }, holding(side, { status: 'hidden', body: 'Hated it' }, { title: 'Another' }));
      const once = plan(edited);
      const after = plan({ ...edited, ...holding(side, { status: 'hidden', body: 'Hated it', title: 'Another' }, { title: 'Another' }), base: once.nextBase });
      expect(after).toEqual({ ...once, ops: [], conflicts: [] });
    });
  });
});

describe('twins that were hidden after they had agreed', () => {
  it('are shown again together, and go together', () => {
    const hidden = given({ twins: true, base: base({ status: 'hidden' }), wix: present(), store: present({ status: 'hidden' }) });
    expect(plan(hidden).ops).toEqual([{ kind: 'moderate', on: 'store', status: 'published' }]);
    expect(plan({ ...hidden, wix: present({ status: 'hidden' }), store: gone('trash') }).ops).toEqual([{ kind: 'delete', on: 'wix' }]);
  });
});

describe('a copy of ours that a shop holds back', () => {
  it('is no twin: what a person decides about it is followed', () => {
    const copy = found('wix', { status: 'pending' }, holding('wix', { status: 'hidden' }));
    const { twins: _, ...ours } = copy;
    expect(plan(ours).ops).toEqual([{ kind: 'moderate', on: 'store', status: 'hidden' }]);
    expect(plan({ ...ours, wix: gone('event') }).ops).toEqual([{ kind: 'delete', on: 'store' }]);
  });
});

describe('two twins that were never published', () => {
  it('do nothing to each other, and meet once both are', () => {
    const both = given({ twins: true, base: base({ status: 'pending' }), wix: present({ status: 'pending', body: 'Changed' }), store: present() });
    expect(plan(both)).toMatchObject({ ops: [], blocked: [{ code: 'NOT_PUBLISHED', on: 'wix' }] });
    expect(plan({ ...both, wix: gone('event') })).toEqual(NOTHING);
    expect(plan({ ...both, wix: present() })).toEqual({ ...NOTHING, nextBase: base() });
  });
});
