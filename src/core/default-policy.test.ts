import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from './default-policy';
import { plan } from './plan';
import { base, given, gone, present, WOO } from './plan.fixture';
import { FIELDS } from './review';
import { WIX_CAPABILITIES } from './wix-capabilities';

describe('DEFAULT_POLICY', () => {
  it('lets every field cross both ways, decided by where the review was written', () => {
    for (const field of FIELDS) expect([DEFAULT_POLICY.direction[field], DEFAULT_POLICY.truth[field]]).toEqual(['both', 'birth']);
  });

  it('deletes in a store that only moves to its bin', () => {
    const capabilities = { wix: WIX_CAPABILITIES, store: WOO };
    expect(plan(given({ wix: gone('event'), store: present(), base: base(), capabilities })).ops).toEqual([{ kind: 'delete', on: 'store' }]);
    expect(WOO.delete).toBe('trash');
  });
});
