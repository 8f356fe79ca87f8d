import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { happened, KEPT_MOMENTS, type Moment } from './happened';

const NONE: { readonly timeline: readonly Moment[] } = { timeline: [] };

describe('what happened to a review', () => {
  it('is the last line of its history, and what the list shows', () => {
    expect(happened(NONE, 1000, 'Written on Wix')).toEqual({
      lastAtMs: 1000, lastEvent: 'Written on Wix', timeline: [{ atMs: 1000, what: 'Written on Wix', code: null, times: 1 }],
    });
  });

  it('several times in a row is one line, with the time of the last and how often', () => {
    const once = happened(NONE, 1000, 'Will be tried again', 'STORE_TIMEOUT');
    const thrice = happened(happened(once, 2000, 'Will be tried again', 'STORE_TIMEOUT'), 3000, 'Will be tried again', 'STORE_TIMEOUT');
    expect(thrice.timeline).toEqual([{ atMs: 3000, what: 'Will be tried again', code: 'STORE_TIMEOUT', times: 3 }]);
  });

  it('for another reason is another line', () => {
    const once = happened(NONE, 1000, 'Will be tried again', 'STORE_TIMEOUT');
    expect(happened(once, 2000, 'Will be tried again', 'STORE_UNREACHABLE').timeline).toHaveLength(2);
  });

  it('does not change the history it was given', () => {
    const before = happened(NONE, 1000, 'Written on Wix');
    const copy = structuredClone(before);
    happened(before, 2000, 'Copied to the store');
    expect(before).toEqual(copy);
  });

  it('whatever it is, leaves a history that begins with the birth, ends with the newest and never outgrows its row', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('Edit carried across', 'Hidden on Wix', 'Shown on Wix'), { maxLength: 60 }), (events) => {
        const birth = happened(NONE, 0, 'Written on Wix');
        const end = events.reduce((row, what, index) => happened(row, index + 1, what), birth);
        expect(end.timeline.length).toBeLessThanOrEqual(KEPT_MOMENTS);
        expect(end.timeline[0]).toMatchObject({ what: 'Written on Wix' });
        expect(end.timeline.at(-1)).toMatchObject({ what: end.lastEvent, atMs: events.length });
        const times = end.timeline.map(({ atMs }) => atMs);
        expect(times).toEqual([...times].sort((a, b) => a - b));
      }),
    );
  });
});
