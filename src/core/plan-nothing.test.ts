import { describe, expect, it } from 'vitest';
import { base } from './plan.fixture';
import { NOTHING, planBlocked } from './plan-nothing';
import type { Blocked } from './plan-types';

const REASONS: readonly Blocked[] = [
  { code: 'FIELD_TOO_LONG', on: 'wix', field: 'body', got: '3001 characters', expected: 'at most 3000 characters' },
  { code: 'CANNOT_EDIT', on: 'store', field: 'title' },
];

describe('NOTHING', () => {
  it('writes nothing, says nothing and keeps no pair', () => {
    expect(NOTHING).toEqual({ ops: [], conflicts: [], blocked: [], nextBase: null });
  });
});

describe('planBlocked', () => {
  it('gives every reason in its order and writes nothing', () => {
    expect(planBlocked(REASONS, null)).toEqual({ ops: [], conflicts: [], blocked: REASONS, nextBase: null });
  });

  it('keeps the very base it was given, so that the reason comes again until somebody acts', () => {
    const was = base({ body: 'Before' }, { body: 'Other' });
    expect(planBlocked(REASONS, was).nextBase).toBe(was);
  });

  it('leaves what nothing is shared by as it was', () => {
    planBlocked(REASONS, base());
    expect(NOTHING.blocked).toEqual([]);
  });
});
