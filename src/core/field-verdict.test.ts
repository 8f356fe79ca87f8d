import { describe, expect, it } from 'vitest';
import { fieldVerdict, type FieldVerdict } from './field-verdict';
import { fingerprints } from './fingerprint';
import { given, REVIEW, toward, trusting, WOO } from './plan.fixture';
import type { PlanInput } from './plan-types';
import type { ReviewFields } from './review';
import { WIX_CAPABILITIES } from './wix-capabilities';

type Change = Partial<ReviewFields>;

/** The verdict on `body` of a pair that agreed on `REVIEW`, `was` apart. */
function verdict(wix: Change, store: Change, input: Partial<PlanInput> = {}, was: { wix?: Change; store?: Change } = {}): FieldVerdict {
  const fields = { wix: { ...REVIEW, ...wix }, store: { ...REVIEW, ...store } };
  const now = { wix: fingerprints(fields.wix), store: fingerprints(fields.store) };
  const base = { wix: fingerprints({ ...REVIEW, ...was.wix }), store: fingerprints({ ...REVIEW, ...was.store }) };
  return fieldVerdict(given(input), { fields, now, base }, 'body');
}

describe('fieldVerdict', () => {
  it('records what nobody changed, and what both changed alike', () => {
    expect(verdict({}, {})).toEqual({ kind: 'record' });
    expect(verdict({ body: 'B' }, { body: 'B' })).toEqual({ kind: 'record' });
  });

  it('records a difference that was there when both last agreed', () => {
    expect(verdict({}, { body: 'S' }, {}, { store: { body: 'S' } })).toEqual({ kind: 'record' });
  });

  it('carries a change to the side that has not changed', () => {
    expect(verdict({ body: 'W' }, {})).toEqual({ kind: 'carry', to: 'store', overrules: false });
    expect(verdict({}, { body: 'S' })).toEqual({ kind: 'carry', to: 'wix', overrules: false });
  });

  it('carries the winner over the loser', () => {
    expect(verdict({ body: 'W' }, { body: 'S' }, { policy: trusting('store') })).toEqual({ kind: 'carry', to: 'wix', overrules: true });
    expect(verdict({ body: 'W' }, { body: 'S' }, { policy: trusting('birth'), birth: 'wix' })).toEqual({ kind: 'carry', to: 'store', overrules: true });
  });

  it('overrules when it replaces a value that never agreed', () => {
    expect(verdict({ body: 'W' }, { body: 'S' }, {}, { store: { body: 'S' } })).toEqual({ kind: 'carry', to: 'store', overrules: true });
  });

  it('records what the direction holds back', () => {
    expect(verdict({ body: 'W' }, {}, { policy: toward('to-wix', 'body') })).toEqual({ kind: 'record' });
    expect(verdict({ body: 'W' }, { body: 'S' }, { policy: toward('off', 'body') })).toEqual({ kind: 'record' });
  });

  it('waits while the side that changed is not approved', () => {
    expect(verdict({ body: 'W', status: 'pending' }, {})).toEqual({ kind: 'wait', blocked: { code: 'NOT_PUBLISHED', on: 'wix', field: 'body', got: 'pending', expected: 'published' } });
  });

  it('still carries to a side that is not approved', () => {
    expect(verdict({ body: 'W' }, { status: 'pending' })).toEqual({ kind: 'carry', to: 'store', overrules: false });
  });

  it('waits with a reason when the other side cannot change it', () => {
    const capabilities = { wix: WIX_CAPABILITIES, store: { ...WOO, edits: ['rating'] as const } };
    expect(verdict({ body: 'W' }, {}, { capabilities })).toEqual({ kind: 'wait', blocked: { code: 'CANNOT_EDIT', on: 'store', field: 'body' } });
  });
});
