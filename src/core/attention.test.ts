import { describe, expect, it } from 'vitest';
import { DEFAULT_THRESHOLD, isWaiting, judge, mayMatter, THRESHOLDS, type AttentionState, type Look, type Memory } from './attention';
import type { Rating } from './review';

const at = (print: string, rating: Rating | null) => ({ print, rating });

/** A review on Wix that is seen for the first time, just written. */
function look(change: Partial<Look> = {}): Look {
  return { now: { wix: at('a', 1), store: null }, known: null, ours: { wix: null, store: null }, answer: null, isLive: true, isGone: false, ...change };
}

/** The same review, which the engine has seen before. */
function later(change: Partial<Look> = {}): Look {
  return look({ known: { wix: 'a', store: null }, ...change });
}

function memory(change: Partial<Memory> = {}): Memory {
  return { state: 'open', seen: { wix: 'a', store: null }, answer: null, ...change };
}

const RAISED = { kind: 'raised', why: 'new' };
const EDITED = { kind: 'raised', why: 'edited' };
const NONE = { kind: 'none' };
const STATES: readonly AttentionState[] = ['open', 'snoozed', 'answered', 'resolved', 'dismissed', 'improved', 'gone'];
const CLOSED = STATES.filter((state) => !isWaiting({ state }));

describe('a review that is written', () => {
  it('is raised by default for less than three stars, and for nothing else', () => {
    const raised = ([1, 2, 3, 4, 5] as const).filter((rating) => judge(null, look({ now: { wix: at('a', rating), store: null } }), DEFAULT_THRESHOLD).kind === 'raised');
    expect(raised).toEqual([1, 2]);
  });

  it.each(THRESHOLDS)('is raised for less than the %d stars a shop chose', (threshold) => {
    for (const rating of [1, 2, 3, 4, 5] as const) {
      expect(judge(null, look({ now: { wix: at('a', rating), store: null } }), threshold)).toEqual(rating < threshold ? RAISED : NONE);
    }
  });

  it('is raised whichever shop it was written in', () => {
    expect(judge(null, look({ now: { wix: null, store: at('a', 2) } }), 3)).toEqual(RAISED);
  });

  it('is not raised when it has no stars: nobody can say that it is unhappy', () => {
    expect(judge(null, look({ now: { wix: null, store: at('a', null) } }), 3)).toEqual(NONE);
  });

  it('is not raised when it is history that a backfill or a first look brings in', () => {
    expect(judge(null, look({ isLive: false }), 3)).toEqual(NONE);
    expect(judge(null, later({ isLive: false }), 3)).toEqual(NONE);
  });

  it('is raised late rather than never when its event was lost and a walk met it first', () => {
    expect(judge(null, later(), 3)).toEqual(RAISED);
  });

  it('is not raised when it was answered before we heard of it', () => {
    expect(judge(null, look({ answer: 'r' }), 3)).toEqual(NONE);
  });

  it('is not raised when it is gone already', () => {
    expect(judge(null, look({ isGone: true }), 3)).toEqual(NONE);
  });
});

describe('a look at which nothing changed', () => {
  it.each(STATES)('leaves an item that is %s alone', (state) => {
    expect(judge(memory({ state }), later(), 3)).toEqual(NONE);
  });

  it('remembers the copy that has come to the other side, and raises nothing', () => {
    expect(judge(memory(), later({ now: { wix: at('a', 1), store: at('b', 1) } }), 3)).toEqual({ kind: 'noted' });
    expect(judge(memory({ state: 'answered', seen: { wix: 'a', store: 'b' } }), later({ now: { wix: at('a', 1), store: at('b', 1) }, known: { wix: 'a', store: 'b' } }), 3)).toEqual(NONE);
  });

  it('does not take a write of ours that was never recorded for a person’s edit', () => {
    const copied = later({ now: { wix: at('b', 1), store: at('s', 1) }, ours: { wix: 'b', store: null } });
    expect(judge(memory({ state: 'answered', seen: { wix: 'a', store: 's' } }), copied, 3)).toEqual({ kind: 'noted' });
  });
});

describe('an edit by a person', () => {
  const angrier = later({ now: { wix: at('b', 1), store: null } });
  const happier = later({ now: { wix: at('b', 4), store: null } });

  it('raises a review that nobody had to look at before', () => {
    expect(judge(null, angrier, 3)).toEqual(EDITED);
  });

  it('raises history too: what a person says now is not history', () => {
    expect(judge(null, { ...angrier, isLive: false }, 3)).toEqual(EDITED);
  });

  it.each([...CLOSED, 'snoozed' as const])('raises an item that was %s again', (state) => {
    expect(judge(memory({ state, answer: 'r' }), { ...angrier, answer: 'r' }, 3)).toEqual(EDITED);
  });

  it('of an item that is open already only changes what is remembered: its owner has been told', () => {
    expect(judge(memory(), angrier, 3)).toEqual({ kind: 'noted' });
  });

  it.each(['open', 'snoozed'] as const)('to enough stars closes an item that is %s by itself', (state) => {
    expect(judge(memory({ state }), happier, 3)).toEqual({ kind: 'closed', as: 'improved' });
  });

  it('to enough stars leaves a closed item as its owner left it', () => {
    for (const state of CLOSED) expect(judge(memory({ state }), happier, 3)).toEqual({ kind: 'noted' });
  });

  it('to enough stars of a review nobody had to look at is nothing', () => {
    expect(judge(null, happier, 3)).toEqual(NONE);
  });

  it('on both sides at once counts as the unhappier one', () => {
    const both = later({ now: { wix: at('b', 5), store: at('c', 1) }, known: { wix: 'a', store: 's' } });
    expect(judge(memory({ state: 'resolved', seen: { wix: 'a', store: 's' } }), both, 3)).toEqual(EDITED);
  });

  it('that could not be carried across closes the item by what the person says now', () => {
    const stuck = later({ now: { wix: at('a', 1), store: at('c', 5) }, known: { wix: 'a', store: 's' } });
    expect(judge(memory({ seen: { wix: 'a', store: 's' } }), stuck, 3)).toEqual({ kind: 'closed', as: 'improved' });
    const settled = judge(memory({ state: 'improved', seen: { wix: 'a', store: 'c' } }), { ...stuck, known: { wix: 'a', store: 'c' } }, 3);
    expect(settled).toEqual(NONE);
  });

  it('that takes the stars away leaves the item to its owner', () => {
    expect(judge(memory(), later({ now: { wix: null, store: at('b', null) } }), 3).kind).not.toBe('raised');
  });
});

describe('an item on the desk', () => {
  it.each(['open', 'snoozed'] as const)('that is %s is closed by an answer, wherever it was given', (state) => {
    expect(judge(memory({ state }), later({ answer: 'r' }), 3)).toEqual({ kind: 'closed', as: 'answered' });
  });

  it('is not closed by an answer that was there when it was raised', () => {
    expect(judge(memory({ answer: 'r' }), later({ answer: 'r' }), 3)).toEqual(NONE);
  });

  it('is closed when the review is deleted, and a closed one is left alone', () => {
    expect(judge(memory(), later({ isGone: true }), 3)).toEqual({ kind: 'closed', as: 'gone' });
    for (const state of CLOSED) expect(judge(memory({ state }), later({ isGone: true }), 3)).toEqual(NONE);
  });

  it('is closed when both sides turn out to be happy, even if no edit was seen', () => {
    expect(judge(memory({ seen: { wix: 'a', store: null } }), later({ now: { wix: at('a', 4), store: null } }), 3)).toEqual({ kind: 'closed', as: 'improved' });
  });

  it('remembers that an answer was taken away', () => {
    expect(judge(memory({ state: 'answered', answer: 'r' }), later(), 3)).toEqual({ kind: 'noted' });
  });
});

describe('what may matter', () => {
  it('is everything that some threshold could raise', () => {
    for (const rating of [1, 2, 3, 4, 5]) expect(mayMatter(rating)).toBe(THRESHOLDS.some((threshold) => rating < threshold));
    expect(mayMatter(null)).toBe(false);
  });
});
