import { describe, expect, it } from 'vitest';
import type { ConnectedSummary } from '../../backend/endpoints/api-types';
import { connected, run } from '../testing/fake-backend';
import { healthSentence, type Health } from './health-sentence';

const NOW_MS = 1_800_000_000_000;
const NONE = { 'in-step': 0, waiting: 0, skipped: 0, unmatched: 0, blocked: 0, gone: 0 };
const MANY = { ...NONE, 'in-step': 9812 };
const STATEMENT = { checked: 9812, equal: 9812, waiting: 0, needsPerson: 0, conflicting: 0, atMs: NOW_MS - 4 * 60_000 };

function told(change: Partial<ConnectedSummary>, more: Partial<Health> = {}): string {
  return healthSentence({ summary: connected({ counts: MANY, checkedAtMs: NOW_MS, ...change }), statement: STATEMENT, conflicts: 0, ...more });
}

const link = (webhookStatus: 'active' | 'off' | 'missing', paused = false): ConnectedSummary['connection'] => ({ ...connected().connection, webhookStatus, paused });

describe('the health sentence', () => {
  it('says what was checked, when, and what needs a person', () => {
    expect(told({ counts: { ...MANY, blocked: 1 } })).toBe('In step. 9,812 pairs checked 4 minutes ago. 1 needs you.');
    expect(told({})).toBe('In step. 9,812 pairs checked 4 minutes ago.');
  });

  it('counts open conflicts among what needs a person', () => {
    expect(told({ counts: { ...MANY, blocked: 1 } }, { conflicts: 2 })).toBe('In step. 9,812 pairs checked 4 minutes ago. 3 need you: 1 review and 2 conflicts.');
  });

  it('never says "In step" of what was not checked', () => {
    expect(told({}, { statement: null })).toBe('9,812 pairs agree. Not checked from end to end yet.');
    expect(told({ counts: { ...NONE, skipped: 3 } }, { statement: null })).toBe('Compared. Not checked from end to end yet.');
    expect(told({ counts: { ...NONE, 'in-step': 1 } }, { statement: null })).toBe('1 pair agrees. Not checked from end to end yet.');
    expect(told({}, { statement: { ...STATEMENT, equal: 9462 } })).toBe('9,812 pairs checked 4 minutes ago; 350 differed then, and they are put right one by one.');
    expect(told({ counts: NONE }, { statement: null })).toBe('Connected. No reviews have been compared yet.');
  });

  it('takes a run from end to end for a check, until something waits or a later check says more', () => {
    const done = run({ kind: 'backfill', state: 'done', updatedAtMs: NOW_MS - 60_000 });
    expect(told({ run: done }, { statement: null })).toBe('In step. Everything was compared 1 minute ago.');
    expect(told({ run: done, counts: { ...MANY, waiting: 2 } }, { statement: null })).toBe('9,812 pairs agree. Not checked from end to end yet. 2 reviews are on their way.');
    expect(told({ run: done }, { statement: { ...STATEMENT, atMs: NOW_MS } })).toContain('9,812 pairs checked');
    expect(told({ run: { ...done, state: 'cancelled' } }, { statement: null })).toContain('Not checked from end to end yet.');
  });

  it.each(['rollback', 'removal'] as const)('does not call in step what a %s has taken apart since the last check', (kind) => {
    const done = run({ kind, state: 'done', done: 83, updatedAtMs: NOW_MS - 60_000 });
    expect(told({ run: done })).toBe('83 copies were taken back 1 minute ago. They are not copied again until you start a new run.');
    expect(told({ run: done }, { statement: { ...STATEMENT, atMs: NOW_MS } })).toContain('In step.');
    expect(told({ run: { ...done, state: 'running', phase: 'undo' } })).toContain('Taking copies back.');
  });

  it('says first what keeps it from working', () => {
    expect(told({ connection: link('active', true) })).toBe('Paused. Changes are remembered until you resume.');
    expect(told({ run: run({ state: 'held' }) })).toBe('Stopped before a large change. It goes on when you have decided below.');
    expect(told({ run: run(), counts: { ...NONE, waiting: 40 } })).toBe('Working through your reviews. 40 reviews are on their way.');
  });

  it.each(['off', 'missing'] as const)('says what a webhook that is %s means', (status) => {
    expect(told({ connection: link(status) })).toContain('they are only found while this page is open.');
  });

  it('tells what waits and what has no product', () => {
    expect(told({ counts: { ...MANY, waiting: 1, unmatched: 1 } })).toBe('In step. 9,812 pairs checked 4 minutes ago. 1 is on its way. 1 has no matching product.');
    expect(told({ counts: { ...MANY, unmatched: 5 } })).toContain('5 have no matching product.');
  });
});
