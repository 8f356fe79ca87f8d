import { describe, expect, it } from 'vitest';
import { plan } from './plan';
import { FULL, REVIEW, WOO, base, given, present, toward, withWoo } from './plan.fixture';
import { NOTHING } from './plan-nothing';
import { WIX_CAPABILITIES } from './wix-capabilities';

describe('a review that only one side ever held', () => {
  it('is created on the other side as a whole', () => {
    expect(plan(given({ wix: present({ reply: 'Thanks' }) }))).toEqual({
      ops: [{ kind: 'create', on: 'store', fields: { ...REVIEW, reply: 'Thanks' } }],
      conflicts: [],
      blocked: [],
      nextBase: base({ reply: 'Thanks' }),
    });
  });

  it('is created with only what the store holds, and both sides go on record as they then are', () => {
    const copy = { ...REVIEW, title: '', reply: null };
    const result = plan(given({ wix: present({ reply: 'Thanks' }), capabilities: withWoo }));
    expect(result.ops).toEqual([{ kind: 'create', on: 'store', fields: copy }]);
    expect(result.nextBase).toEqual(base({ reply: 'Thanks' }, copy));
  });

  it.each(['body', 'author'] as const)('leaves %s empty where the store has no place for it', (field) => {
    const store = { ...FULL, holds: FULL.holds.filter((one) => one !== field) };
    expect(plan(given({ wix: present(), capabilities: { wix: WIX_CAPABILITIES, store } })).ops).toEqual([{ kind: 'create', on: 'store', fields: { ...REVIEW, [field]: '' } }]);
  });

  it('is created on Wix from a store', () => {
    const result = plan(given({ store: present({ title: '' }), birth: 'store', capabilities: withWoo }));
    expect(result.ops).toEqual([{ kind: 'create', on: 'wix', fields: { ...REVIEW, title: '' } }]);
    expect(result.nextBase).toEqual(base({ title: '' }));
  });

  it.each(['pending', 'hidden'] as const)('waits on its own side while it is %s', (status) => {
    expect(plan(given({ store: present({ status }), birth: 'store' }))).toEqual({
      ...NOTHING,
      blocked: [{ code: 'NOT_PUBLISHED', on: 'store', field: 'status', got: status, expected: 'published' }],
    });
  });

  it('is never held back for its rating', () => {
    for (const rating of [1, 2, 3, 4, 5] as const) expect(plan(given({ wix: present({ rating }) })).ops).toHaveLength(1);
  });

  it('is blocked when the other side creates nothing', () => {
    const result = plan(given({ wix: present(), capabilities: { wix: WIX_CAPABILITIES, store: { ...WOO, create: false } } }));
    expect(result).toEqual({ ...NOTHING, blocked: [{ code: 'CANNOT_EDIT', on: 'store', field: null, got: 'a new review' }] });
  });

  it('is blocked with field, length and limit when a text is too long for the other side', () => {
    const result = plan(given({ store: present({ body: 'x'.repeat(3001), author: 'y'.repeat(101) }), birth: 'store', capabilities: withWoo }));
    expect(result).toEqual({
      ...NOTHING,
      blocked: [
        { code: 'FIELD_TOO_LONG', on: 'wix', field: 'body', got: '3001 characters', expected: 'at most 3000 characters' },
        { code: 'FIELD_TOO_LONG', on: 'wix', field: 'author', got: '101 characters', expected: 'at most 100 characters' },
      ],
    });
  });

  it('may be exactly as long as the limit', () => {
    expect(plan(given({ store: present({ body: 'x'.repeat(3000) }), birth: 'store' })).blocked).toEqual([]);
  });

  it('is not blocked by the length of a field that the other side drops', () => {
    expect(plan(given({ wix: present({ title: 'x'.repeat(500) }), capabilities: withWoo })).ops).toHaveLength(1);
  });

  it('is blocked on Wix without stars, and created in a store without stars', () => {
    expect(plan(given({ store: present({ rating: null }), birth: 'store' })).blocked).toMatchObject([{ code: 'RATING_MISSING', on: 'wix', field: 'rating' }]);
    expect(plan(given({ wix: present({ rating: null }) })).ops).toHaveLength(1);
  });

  it.each([
    ['no text at all', { title: '', body: '' }, FULL],
    ['only a title, for a store without titles', { title: 'Good', body: '' }, WOO],
  ])('is blocked in a store with %s', (_, change, store) => {
    const result = plan(given({ wix: present(change), capabilities: { wix: WIX_CAPABILITIES, store } }));
    expect(result).toEqual({ ...NOTHING, blocked: [{ code: 'BODY_MISSING', on: 'store', field: 'body', got: 'no text', expected: 'some text' }] });
  });

  it('is created with only a title where titles can be held, and without any text on Wix', () => {
    expect(plan(given({ wix: present({ body: '' }) })).ops).toHaveLength(1);
    expect(plan(given({ store: present({ title: '', body: '' }), birth: 'store' })).ops).toHaveLength(1);
  });

  it('stays alone when the direction closes the way', () => {
    expect(plan(given({ wix: present(), policy: toward('to-wix', 'body') }))).toEqual(NOTHING);
    expect(plan(given({ wix: present(), policy: toward('off', 'rating') }))).toEqual(NOTHING);
  });

  it('leaves out a title or reply whose direction closes the way, but keeps the name', () => {
    const result = plan(given({ wix: present({ reply: 'Thanks' }), policy: toward('to-wix', 'title', 'reply', 'author') }));
    expect(result.ops).toEqual([{ kind: 'create', on: 'store', fields: { ...REVIEW, title: '', reply: null } }]);
  });
});
