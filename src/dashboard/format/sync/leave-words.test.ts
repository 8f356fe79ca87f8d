import { describe, expect, it } from 'vitest';
import { run } from '../../testing/fake-backend';
import { allCopies, isReadyToLeave, removalTime, removedWords, whereCopiesAre, whyNotNow } from './leave-words';

const SOME = { matched: 900, 'created-on-wix': 1050, 'created-in-store': 33 };
const NONE = { matched: 900, 'created-on-wix': 0, 'created-in-store': 0 };

describe('leaving', () => {
  it('counts copies, never pairs that both shops had', () => {
    expect([allCopies(SOME), allCopies(NONE), whereCopiesAre(SOME)]).toEqual([1083, 0, '1,050 on Wix and 33 in the store']);
    expect(whereCopiesAre({ ...NONE, 'created-in-store': 1 })).toBe('1 in the store');
  });

  it('says how long removing takes', () => {
    expect([removalTime(10), removalTime(540)]).toEqual(['less than a minute', 'about 10 min']);
  });

  it.each([
    [0, false, null, 'no copy that still stands'],
    [5, true, null, 'once you resume'],
    [5, false, run({ state: 'running' }), 'once the present run'],
    [5, false, run({ state: 'held' }), 'once the present run'],
  ] as const)('says why copies cannot be removed now (%s copies, paused %s)', (copies, paused, now, why) => {
    expect(whyNotNow(copies, paused, now)).toContain(why);
  });

  it('is possible with copies, at any time else', () => {
    expect([whyNotNow(5, false, null), whyNotNow(5, false, run({ state: 'done' }))]).toEqual([null, null]);
  });

  it('is offered once a removal is complete, not after a rollback, and not when there are new copies', () => {
    const removal = run({ kind: 'removal', state: 'done', done: 1 });
    expect([isReadyToLeave(removal, NONE), isReadyToLeave(removal, SOME), isReadyToLeave(run({ kind: 'rollback', state: 'done' }), NONE), isReadyToLeave(null, NONE)]).toEqual([true, false, false, false]);
    expect(removedWords(removal)).toMatch(/^1 copy was removed/u);
  });
});
