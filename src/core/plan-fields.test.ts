import { describe, expect, it } from 'vitest';
import { plan } from './plan';
import { FULL, base, given, present, toward, trusting, withWoo } from './plan.fixture';
import { NOTHING } from './plan-nothing';
import type { Policy } from './plan-types';
import { WIX_CAPABILITIES } from './wix-capabilities';

describe('a pair with a base', () => {
  it('plans nothing for an echo', () => {
    expect(plan(given({ wix: present(), store: present(), base: base() }))).toEqual({ ...NOTHING, nextBase: base() });
  });

  it.each([
    [{ body: 'Better' }, { kind: 'update', edits: { body: 'Better' } }],
    [{ title: 'Fine' }, { kind: 'update', edits: { title: 'Fine' } }],
    [{ rating: 3 as const }, { kind: 'update', edits: { rating: 3 } }],
    [{ author: 'Dana L.' }, { kind: 'update', edits: { author: 'Dana L.' } }],
    [{ body: 'B', rating: 2 as const }, { kind: 'update', edits: { body: 'B', rating: 2 } }],
    [{ status: 'hidden' as const }, { kind: 'moderate', status: 'hidden' }],
    [{ reply: 'Thanks' }, { kind: 'reply', reply: 'Thanks' }],
  ])('carries the change %j to the other side, whichever side it is', (change, op) => {
    expect(plan(given({ wix: present(change), store: present(), base: base() }))).toEqual({ ...NOTHING, ops: [{ ...op, on: 'store' }], nextBase: base(change) });
    expect(plan(given({ wix: present(), store: present(change), base: base() }))).toEqual({ ...NOTHING, ops: [{ ...op, on: 'wix' }], nextBase: base(change) });
  });

  it('carries a withdrawn reply', () => {
    expect(plan(given({ wix: present(), store: present({ reply: 'Thanks' }), base: base({ reply: 'Thanks' }) })).ops).toEqual([{ kind: 'reply', on: 'store', reply: null }]);
  });

  it('plans nothing when both sides changed to the same', () => {
    expect(plan(given({ wix: present({ body: 'B' }), store: present({ body: 'B' }), base: base() }))).toEqual({ ...NOTHING, nextBase: base({ body: 'B' }) });
  });

  it('merges changes of different fields, each to the other side', () => {
    const result = plan(given({ wix: present({ body: 'B' }), store: present({ rating: 1 }), base: base() }));
    expect(result.ops).toEqual([
      { kind: 'update', on: 'wix', edits: { rating: 1 } },
      { kind: 'update', on: 'store', edits: { body: 'B' } },
    ]);
    expect(result).toMatchObject({ conflicts: [], nextBase: base({ body: 'B', rating: 1 }) });
  });

  it('hides before it changes the text, and shows after it', () => {
    const hide = plan(given({ wix: present({ body: 'B', status: 'hidden' }), store: present(), base: base() }));
    expect(hide.ops.map(({ kind }) => kind)).toEqual(['moderate', 'update']);
    const show = plan(given({ wix: present({ body: 'B', reply: 'R' }), store: present({ status: 'hidden' }), base: base({ status: 'hidden' }) }));
    expect(show.ops.map(({ kind }) => kind)).toEqual(['update', 'reply', 'moderate']);
  });

  it.each([
    ['wix', 'store', 'wix'],
    ['store', 'wix', 'store'],
    ['birth', 'wix', 'wix'],
    ['birth', 'store', 'store'],
  ] as const)('lets %s win a conflict over a review born on %s', (truth, birth, winner) => {
    const [onWix, inStore] = [present({ body: 'W' }), present({ body: 'S' })];
    const result = plan(given({ wix: onWix, store: inStore, base: base(), policy: trusting(truth), birth }));
    const [won, lost] = winner === 'wix' ? ['W', 'S'] : ['S', 'W'];
    expect(result).toEqual({
      ops: [{ kind: 'update', on: winner === 'wix' ? 'store' : 'wix', edits: { body: won } }],
      conflicts: [{ field: 'body', winner, lost }],
      blocked: [],
      nextBase: base({ body: won }),
    });
  });

  it('does not compare fields that only one side holds', () => {
    const result = plan(given({ wix: present({ title: 'New', reply: 'R' }), store: present({ title: '' }), base: base({}, { title: '' }), capabilities: withWoo }));
    expect(result).toEqual({ ...NOTHING, nextBase: base({ title: 'New', reply: 'R' }, { title: '' }) });
  });

  it.each([
    ['wix', { body: 'W' }, {}],
    ['store', {}, { body: 'S' }],
  ] as const)('does not push a text from %s while it waits for approval there, and pushes it afterwards', (side, wix, store) => {
    const [pendingWix, pendingStore] = side === 'wix' ? [{ ...wix, status: 'pending' as const }, store] : [wix, { ...store, status: 'pending' as const }];
    const waiting = plan(given({ wix: present(pendingWix), store: present(pendingStore), base: base() }));
    expect(waiting).toMatchObject({ ops: [], blocked: [{ code: 'NOT_PUBLISHED', on: side, field: 'body' }] });
    const approved = plan(given({ wix: present(wix), store: present(store), base: waiting.nextBase }));
    expect(approved.ops).toMatchObject([{ kind: 'update' }]);
  });
});

describe('visibility of a pair', () => {
  it('neither pushes a pending status nor overrules it', () => {
    expect(plan(given({ wix: present({ status: 'pending' }), store: present(), base: base() }))).toEqual({ ...NOTHING, nextBase: base() });
    const hidden = plan(given({ wix: present({ status: 'pending' }), store: present({ status: 'hidden' }), base: base() }));
    expect(hidden).toEqual({ ...NOTHING, nextBase: base() });
  });

  it('still carries a hiding that happened while the other side was pending', () => {
    const { nextBase } = plan(given({ wix: present({ status: 'pending' }), store: present({ status: 'hidden' }), base: base() }));
    expect(plan(given({ wix: present(), store: present({ status: 'hidden' }), base: nextBase })).ops).toEqual([{ kind: 'moderate', on: 'wix', status: 'hidden' }]);
  });

  it('carries a rejection of what was pending when the two met', () => {
    const met = plan(given({ wix: present({ status: 'pending' }), store: present() }));
    expect(plan(given({ wix: present({ status: 'hidden' }), store: present(), base: met.nextBase })).ops).toEqual([{ kind: 'moderate', on: 'store', status: 'hidden' }]);
    expect(plan(given({ wix: present(), store: present(), base: met.nextBase })).ops).toEqual([]);
  });
});

describe('a change that cannot cross', () => {
  const stubborn = { wix: WIX_CAPABILITIES, store: { ...FULL, edits: ['status'] as const } };

  it('is blocked with its field, writes nothing and says so again each time', () => {
    const first = plan(given({ wix: present({ body: 'B' }), store: present(), base: base(), capabilities: stubborn }));
    expect(first).toEqual({ ...NOTHING, blocked: [{ code: 'CANNOT_EDIT', on: 'store', field: 'body' }], nextBase: base() });
    expect(plan(given({ wix: present({ body: 'B' }), store: present(), base: first.nextBase, capabilities: stubborn }))).toEqual(first);
  });

  it('does not hold back other fields', () => {
    const result = plan(given({ wix: present({ body: 'B', status: 'hidden' }), store: present(), base: base(), capabilities: stubborn }));
    expect(result.ops).toEqual([{ kind: 'moderate', on: 'store', status: 'hidden' }]);
    expect(result.nextBase).toEqual(base({ status: 'hidden' }));
  });

  it('is over when it is taken back', () => {
    expect(plan(given({ wix: present(), store: present(), base: base(), capabilities: stubborn })).blocked).toEqual([]);
  });

  it('crosses when the obstacle is gone', () => {
    const { nextBase } = plan(given({ wix: present({ body: 'B' }), store: present(), base: base(), capabilities: stubborn }));
    expect(plan(given({ wix: present({ body: 'B' }), store: present(), base: nextBase })).ops).toEqual([{ kind: 'update', on: 'store', edits: { body: 'B' } }]);
  });

  it.each([
    ['a text that is too long', { body: 'x'.repeat(3001) }, { code: 'FIELD_TOO_LONG', on: 'wix', field: 'body', got: '3001 characters', expected: 'at most 3000 characters' }],
    ['a reply that is too long', { reply: 'x'.repeat(1001) }, { code: 'FIELD_TOO_LONG', on: 'wix', field: 'reply', got: '1001 characters', expected: 'at most 1000 characters' }],
    ['stars taken away', { rating: null }, { code: 'RATING_MISSING', on: 'wix', field: 'rating', got: 'no stars', expected: '1 to 5 stars' }],
  ])('is blocked: %s', (_, change, blocked) => {
    expect(plan(given({ wix: present(), store: present(change), base: base() }))).toEqual({ ...NOTHING, blocked: [blocked], nextBase: base() });
  });

  it('does not empty a review in a store that holds no titles', () => {
    const result = plan(given({ wix: present({ body: '' }), store: present({ title: '' }), base: base({}, { title: '' }), capabilities: withWoo }));
    expect(result).toMatchObject({ ops: [], blocked: [{ code: 'BODY_MISSING', on: 'store', field: 'body' }] });
  });

  it('yields to the other side when that one wins a conflict', () => {
    const result = plan(given({ wix: present({ body: 'W' }), store: present({ body: 'S' }), base: base(), policy: trusting('store'), capabilities: stubborn }));
    expect(result).toMatchObject({ ops: [{ kind: 'update', on: 'wix', edits: { body: 'S' } }], conflicts: [{ lost: 'W' }], blocked: [] });
  });
});

describe('a field with a one-way direction', () => {
  const oneWay = toward('to-store', 'body');

  it('crosses the open way', () => {
    expect(plan(given({ wix: present({ body: 'W' }), store: present(), base: base(), policy: oneWay })).ops).toHaveLength(1);
  });

  it('is left alone the closed way, and does not look new the next time', () => {
    const first = plan(given({ wix: present(), store: present({ body: 'S' }), base: base(), policy: oneWay }));
    expect(first).toEqual({ ...NOTHING, nextBase: base({}, { body: 'S' }) });
    expect(plan(given({ wix: present(), store: present({ body: 'S' }), base: first.nextBase, policy: oneWay }))).toEqual(first);
  });

  it('records what it overwrites when the open side changes later', () => {
    const result = plan(given({ wix: present({ body: 'W' }), store: present({ body: 'S' }), base: base({}, { body: 'S' }), policy: oneWay }));
    expect(result).toEqual({ ops: [{ kind: 'update', on: 'store', edits: { body: 'W' } }], conflicts: [{ field: 'body', winner: 'wix', lost: 'S' }], blocked: [], nextBase: base({ body: 'W' }) });
  });

  it('lets the open side win a conflict, whatever the side of truth', () => {
    const policy: Policy = { ...oneWay, truth: { ...oneWay.truth, body: 'store' } };
    expect(plan(given({ wix: present({ body: 'W' }), store: present({ body: 'S' }), base: base(), policy }))).toMatchObject({ ops: [{ on: 'store' }], conflicts: [{ winner: 'wix', lost: 'S' }] });
    const back = toward('to-wix', 'body');
    expect(plan(given({ wix: present({ body: 'W' }), store: present({ body: 'S' }), base: base(), policy: back }))).toMatchObject({ ops: [{ on: 'wix' }], conflicts: [{ winner: 'store', lost: 'W' }] });
  });

  it('never crosses when it is off', () => {
    const result = plan(given({ wix: present({ body: 'W' }), store: present({ body: 'S' }), base: base(), policy: toward('off', 'body') }));
    expect(result).toEqual({ ...NOTHING, nextBase: base({ body: 'W' }, { body: 'S' }) });
  });
});
