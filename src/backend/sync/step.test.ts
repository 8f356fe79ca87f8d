import { describe, expect, it } from 'vitest';
import { TestSite } from '../../../test/support/test-site';
import { newRun } from './new-run';
import { phaseAfter, firstPhase } from './run-phases';
import type { RunProgress } from './run';
import { advance, paged } from './step';
import type { RunKind, RunPhase } from './tables';

async function progress(kind: RunKind, over: Partial<RunProgress> = {}): Promise<RunProgress> {
  return new TestSite().run((session) => Promise.resolve({ ...newRun(session, kind, null, null), ...over }));
}

describe('a page', () => {
  it('leads to the next one, or ends the phase', () => {
    expect(paged('7', { done: 3 })).toEqual({ kind: 'next', cursor: '7', done: 3 });
    expect(paged(null, { done: 3, absent: 1 })).toEqual({ kind: 'end', done: 3, absent: 1 });
  });
});

describe('where a run stands after a step', () => {
  it.each([
    ['wix', 'wixDone'], ['store', 'storeDone'], ['push', 'pushDone'], ['verify', 'checkDone'], ['undo', 'undone'],
  ] as const)('counts the rows of phase %s as %s, and of no other', async (phase, count) => {
    const before = await progress('sweep', { phase });
    const after = advance('sweep', before, { kind: 'next', cursor: 'c', done: 40 });
    expect(after).toMatchObject({ phase, [count]: 40 });
    const counts = ({ wixDone, storeDone, pushDone, checkDone, undone }: RunProgress): number => wixDone + storeDone + pushDone + checkDone + undone;
    expect(counts(after)).toBe(40);
  });

  it.each(['wix', 'store', 'verify'] as const)('keeps the cursor of phase %s, since its pages have an order', async (phase) => {
    expect(advance('sweep', await progress('sweep', { phase }), { kind: 'next', cursor: 'c', done: 1 }).cursor).toBe('c');
  });

  it.each(['push', 'undo', 'absent'] as const)('keeps no cursor in phase %s, whose rows leave the list as they are dealt with', async (phase) => {
    expect(advance('sweep', await progress('sweep', { phase }), { kind: 'next', cursor: 'more', done: 1 }).cursor).toBeNull();
  });

  it('stays on its page when the step could not do it', async () => {
    const before = await progress('backfill', { phase: 'store', cursor: '100', storeDone: 100 });
    expect(advance('backfill', before, { kind: 'stay', done: 0 })).toEqual(before);
  });

  it('goes on with the next phase from its first page', async () => {
    const before = await progress('backfill', { phase: 'wix', cursor: '300' });
    expect(advance('backfill', before, { kind: 'end', done: 12 })).toMatchObject({ phase: 'store', cursor: null, wixDone: 12 });
  });

  it('adds up what changed and what was missing over all phases', async () => {
    const before = await progress('sweep', { phase: 'verify', changed: 2, absent: 3 });
    expect(advance('sweep', before, { kind: 'next', cursor: 'c', done: 9, changed: 1, absent: 4 })).toMatchObject({ changed: 3, absent: 7 });
  });

  it('is the same page, and held, when the page would change too much', async () => {
    const before = await progress('sweep', { phase: 'store', cursor: '100', storeDone: 100, changed: 4 });
    expect(advance('sweep', before, { kind: 'held' })).toEqual({ ...before, state: 'held' });
  });

  it('keeps what a complete sweep states', async () => {
    const statement = { checked: 9, equal: 8, waiting: 1, needsPerson: 0, conflicting: 0, atMs: 5 };
    const after = advance('sweep', await progress('sweep', { phase: 'sum' }), { kind: 'end', done: 0, statement });
    expect(after).toMatchObject({ phase: 'done', statement });
    expect(advance('sweep', after, { kind: 'end', done: 0 }).statement).toEqual(statement);
  });
});

describe('the phases', () => {
  const all = (kind: RunKind): RunPhase[] => {
    const phases: RunPhase[] = [firstPhase(kind)];
    for (let phase = firstPhase(kind); phase !== 'done'; ) phases.push((phase = phaseAfter(kind, phase)));
    return phases;
  };

  it('of a backfill write only what is new', () => {
    expect(all('backfill')).toEqual(['wix', 'store', 'push', 'done']);
  });

  it('of a sweep follow absences only after everything was read, and state last', () => {
    expect(all('sweep')).toEqual(['wix', 'store', 'push', 'verify', 'absent', 'inbox', 'sum', 'done']);
  });

  it('of a rollback are one', () => {
    expect(all('rollback')).toEqual(['undo', 'done']);
  });
});
