import { describe, expect, it } from 'vitest';
import { run } from '../../testing/fake-backend';
import { isUnderWay, runResult, runTitle } from './run-words';

describe('a run in words', () => {
  it('tells what came of it, leaving out what is nothing', () => {
    expect(runResult({ run: run({ done: 1000 }), copies: 83 })).toBe('1,000 reviews read · 83 copies it made stand');
    expect(runResult({ run: run({ done: 1 }), copies: 0 })).toBe('1 review read');
    expect(runResult({ run: run({ kind: 'rollback', done: 83 }), copies: null })).toBe('83 copies taken back');
  });

  it('tells what a check found', () => {
    const statement = { checked: 983, equal: 981, waiting: 2, needsPerson: 0, conflicting: 0, atMs: 1 };
    expect(runResult({ run: run({ kind: 'sweep', done: 2000, changed: 2, absent: 1, statement }), copies: 0 })).toBe('2,000 reviews read · 981 of 983 pairs equal · 2 found changed · 1 found missing');
  });

  it('names each kind, and knows which can still be cancelled', () => {
    expect((['backfill', 'sweep', 'rollback', 'removal'] as const).map((kind) => runTitle({ kind }))).toEqual(['Compared everything', 'Checked every pair', 'Took a run’s copies back', 'Took all copies back']);
    expect((['running', 'paused', 'held', 'done', 'failed', 'cancelled'] as const).filter((state) => isUnderWay({ state }))).toEqual(['running', 'paused', 'held']);
  });
});
