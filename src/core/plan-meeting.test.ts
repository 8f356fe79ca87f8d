import { describe, expect, it } from 'vitest';
import { plan } from './plan';
import { base, given, present, withWoo } from './plan.fixture';
import { NOTHING } from './plan-nothing';

describe('two reviews that never agreed', () => {
  it('are one when their content is the same, and nothing is written', () => {
    expect(plan(given({ wix: present(), store: present() }))).toEqual({ ...NOTHING, nextBase: base() });
  });

  it('keep their differences in name, visibility and reply until somebody changes them', () => {
    const other = { author: 'D. L.', status: 'hidden', reply: 'Thanks' } as const;
    const met = plan(given({ wix: present(), store: present(other) }));
    expect(met).toEqual({ ...NOTHING, nextBase: base({}, other) });
    expect(plan(given({ wix: present(), store: present(other), base: met.nextBase })).ops).toEqual([]);
    const later = plan(given({ wix: present(), store: present({ ...other, author: 'Dana Levi' }), base: met.nextBase }));
    expect(later.ops).toEqual([{ kind: 'update', on: 'wix', edits: { author: 'Dana Levi' } }]);
    expect(later.conflicts).toEqual([{ field: 'author', winner: 'store', lost: 'Dana' }]);
  });

  it('are one when only the title differs and the store holds none', () => {
    expect(plan(given({ wix: present(), store: present({ title: '' }), capabilities: withWoo })).nextBase).toEqual(base({}, { title: '' }));
  });

  it.each([{ body: 'Other' }, { rating: 1 as const }, { title: 'Other' }])('stay two when they differ in content: %j', (change) => {
    expect(plan(given({ wix: present(), store: present(change) }))).toEqual({ ...NOTHING, blocked: [{ code: 'DIFFERENT_REVIEWS', on: 'store', field: null }] });
  });
});
