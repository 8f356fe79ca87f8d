import { describe, expect, it } from 'vitest';
import { base } from './plan.fixture';
import { SIDES, type ReviewFields, type Side } from './review';
import { isUnaccepted } from './unaccepted';

type Status = ReviewFields['status'];

const TWINS = { twins: true } as const;

function agreed(wix: Status, store: Status) {
  return base({ status: wix }, { status: store });
}

/** Which sides nobody vouches for. */
function unheard(wix: Status, store: Status): readonly Side[] {
  return SIDES.filter((side) => isUnaccepted(TWINS, side, agreed(wix, store)));
}

describe('of two reviews that say the same and that nobody copied', () => {
  it('both count when both were published as they were found', () => {
    expect(unheard('published', 'published')).toEqual([]);
  });

  it.each<[Status, Status, readonly Side[]]>([
    ['published', 'pending', ['store']],
    ['published', 'hidden', ['store']],
    ['pending', 'published', ['wix']],
    ['hidden', 'published', ['wix']],
    ['pending', 'pending', ['wix', 'store']],
    ['pending', 'hidden', ['wix', 'store']],
    ['hidden', 'pending', ['wix', 'store']],
  ])('%s on Wix and %s in the store: nobody vouches for what no owner had published (%j)', (wix, store, expected) => {
    expect(unheard(wix, store)).toEqual(expected);
  });

  it('hidden on both sides is an agreement like any other: its owner hid the one and the other', () => {
    expect(unheard('hidden', 'hidden')).toEqual([]);
  });

  it.each<Partial<ReviewFields>>([{ body: 'Other words' }, { rating: 1 }, { author: 'Somebody' }, { reply: 'Thanks' }])('only what was shown decides, not what was said: %j', (change) => {
    expect(SIDES.map((side) => isUnaccepted(TWINS, side, base({}, change)))).toEqual([false, false]);
    expect(isUnaccepted(TWINS, 'store', base({}, { ...change, status: 'pending' }))).toBe(true);
  });
});

describe('a copy of ours', () => {
  it.each<Status>(['published', 'pending', 'hidden'])('counts whatever its shop makes of it: what a person decides about one that is %s, they decide about the review', (status) => {
    for (const side of SIDES) {
      expect(isUnaccepted({}, side, agreed(status, status))).toBe(false);
      expect(isUnaccepted({}, side, agreed('published', status))).toBe(false);
      expect(isUnaccepted({}, side, agreed(status, 'published'))).toBe(false);
    }
  });
});
