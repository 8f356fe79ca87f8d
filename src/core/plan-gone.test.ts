import { describe, expect, it } from 'vitest';
import { plan } from './plan';
import { FULL, NEVER, base, deleting, given, gone, present, toward } from './plan.fixture';
import { NOTHING } from './plan-nothing';
import { WIX_CAPABILITIES } from './wix-capabilities';

describe('a review gone from one side', () => {
  it.each(['event', 'trash', 'scan'] as const)('is deleted on the other with proof by %s', (proof) => {
    expect(plan(given({ wix: present(), store: gone(proof), base: base() }))).toEqual({ ...NOTHING, ops: [{ kind: 'delete', on: 'wix' }] });
    expect(plan(given({ wix: gone(proof), store: present(), base: base() }))).toEqual({ ...NOTHING, ops: [{ kind: 'delete', on: 'store' }] });
  });

  it('is kept on the other without proof, and the base stays', () => {
    const blocked = [{ code: 'GONE_UNPROVEN', on: 'store', field: null }];
    expect(plan(given({ wix: present(), store: gone('none'), base: base() }))).toEqual({ ...NOTHING, blocked, nextBase: base() });
    expect(plan(given({ wix: present(), store: NEVER, base: base() }))).toEqual({ ...NOTHING, blocked, nextBase: base() });
  });

  it('neither comes back nor deletes anything without a base', () => {
    for (const proof of ['event', 'trash', 'scan', 'none'] as const) {
      expect(plan(given({ wix: present(), store: gone(proof) }))).toEqual(NOTHING);
      expect(plan(given({ wix: gone(proof), store: present(), birth: 'store' }))).toEqual(NOTHING);
    }
  });

  it('is hidden when the merchant chose so, once', () => {
    const result = plan(given({ wix: present(), store: gone('trash'), base: base(), policy: deleting('hide') }));
    expect(result).toEqual({ ...NOTHING, ops: [{ kind: 'moderate', on: 'wix', status: 'hidden' }] });
    // A person who shows it again is not overruled.
    expect(plan(given({ wix: present(), store: gone('trash'), base: result.nextBase, policy: deleting('hide') }))).toEqual(NOTHING);
  });

  it.each(['hidden', 'pending'] as const)('needs no hiding when its copy is %s', (status) => {
    expect(plan(given({ wix: present({ status }), store: gone('trash'), base: base(), policy: deleting('hide') }))).toEqual(NOTHING);
  });

  it('is kept when the merchant chose so, or closed the way for visibility', () => {
    expect(plan(given({ wix: present(), store: gone('trash'), base: base(), policy: deleting('keep') }))).toEqual(NOTHING);
    expect(plan(given({ wix: present(), store: gone('trash'), base: base(), policy: toward('to-store', 'status') }))).toEqual(NOTHING);
  });

  it('is hidden where nothing can be deleted', () => {
    const capabilities = { wix: WIX_CAPABILITIES, store: { ...FULL, delete: 'none' as const } };
    expect(plan(given({ wix: gone('event'), store: present(), base: base(), capabilities })).ops).toEqual([{ kind: 'moderate', on: 'store', status: 'hidden' }]);
  });

  it('says so where it can be neither deleted nor hidden, and keeps the base', () => {
    const capabilities = { wix: WIX_CAPABILITIES, store: { ...FULL, delete: 'none' as const, edits: ['body'] as const } };
    const input = given({ wix: gone('event'), store: present(), base: base(), capabilities });
    expect(plan(input)).toEqual({ ...NOTHING, blocked: [{ code: 'CANNOT_DELETE', on: 'store', field: null }], nextBase: base() });
    expect(plan({ ...input, policy: deleting('hide') }).blocked).toEqual([{ code: 'CANNOT_EDIT', on: 'store', field: 'status' }]);
  });

  it('records what was edited on the copy meanwhile', () => {
    const result = plan(given({ wix: present({ body: 'Edited', status: 'hidden' }), store: gone('trash'), base: base() }));
    expect(result.ops).toEqual([{ kind: 'delete', on: 'wix' }]);
    expect(result.conflicts).toEqual([{ field: 'body', winner: 'store', lost: 'Edited' }]);
  });
});
