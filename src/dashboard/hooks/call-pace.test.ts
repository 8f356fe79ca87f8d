import { describe, expect, it } from 'vitest';
import { afterCalls, rested, waitMs, type CallPace } from './call-pace';

/** Asks as soon as it may, `calls` at a time, and tells when each request was made. */
function walk(calls: number, untilMs: number): number[] {
  const times: number[] = [];
  let pace: CallPace = rested(0);
  for (let nowMs = 0; nowMs < untilMs; nowMs += Math.max(300, waitMs(pace, nowMs))) {
    times.push(nowMs);
    pace = afterCalls(pace, calls, nowMs);
  }
  return times;
}

describe('the pace of a walk', () => {
  it('lets a small shop finish without waiting', () => {
    expect(walk(15, 1_200)).toHaveLength(4);
  });

  it('never takes more of a minute than leaves room for events and the page', () => {
    const times = walk(15, 600_000);
    const inMinute = (minute: number): number => times.filter((atMs) => Math.floor(atMs / 60_000) === minute).length;
    for (let minute = 1; minute < 10; minute += 1) expect(inMinute(minute) * 20).toBeLessThanOrEqual(140);
  });

  it('goes on by itself: a wait always ends', () => {
    const spent = afterCalls(rested(0), 500, 0);
    const pauseMs = waitMs(spent, 0);
    expect(pauseMs).toBeGreaterThan(0);
    expect(waitMs(spent, pauseMs)).toBe(0);
  });

  it('does not save up a night’s calls for the morning', () => {
    const spent = afterCalls(rested(0), 15, 12 * 3_600_000);
    expect(spent.credit).toBeLessThanOrEqual(rested(0).credit);
  });

  it('is not upset by a clock that was set back', () => {
    expect(afterCalls(rested(1_000), 15, 0).credit).toBe(60);
  });
});
