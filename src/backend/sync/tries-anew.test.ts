import { describe, expect, it } from 'vitest';
import { TestSite } from '../../../test/support/test-site';
import { receiveWixEvent } from './receive-wix-event';
import type { LinkRow } from './tables';
import { triesAnew } from './tries-anew';

/** A review whose copy the store refused for the moment, as often as asked for. */
async function putOff(times: number): Promise<{ site: TestSite; link: LinkRow }> {
  const site = new TestSite();
  const review = site.writeOnWix('Fits well');
  for (let time = 0; time < times; time += 1) {
    site.fail({ call: 'store.createReviews', how: 'before' });
    await site.runEntrance((opener) => receiveWixEvent(site.event(review), opener));
  }
  return { site, link: site.link() };
}

describe('triesAnew', () => {
  it('is true of what waits for its next try, however far off that is', async () => {
    for (const times of [1, 2]) {
      const { site, link } = await putOff(times);
      expect(link).toMatchObject({ state: 'waiting', attempts: times });
      expect(triesAnew(link, { startedAtMs: site.nowMs, nowMs: site.nowMs })).toBe(true);
    }
  });

  it('is false once it is due, since it is tried anyway', async () => {
    const { site, link } = await putOff(1);
    expect(triesAnew(link, { startedAtMs: site.nowMs, nowMs: link.dueAtMs ?? 0 })).toBe(false);
  });

  it('is false of what failed since the walk began: a store that is down is not asked on every page', async () => {
    const { site, link } = await putOff(1);
    for (const one of [link, { ...link, state: 'blocked', dueAtMs: null } as const]) {
      expect(triesAnew(one, { startedAtMs: one.lastAtMs, nowMs: site.nowMs })).toBe(false);
      expect(triesAnew(one, { startedAtMs: one.lastAtMs + 1, nowMs: site.nowMs })).toBe(true);
    }
  });

  it('is false while somebody is at it', async () => {
    const { site, link } = await putOff(1);
    expect(triesAnew({ ...link, leaseUntilMs: site.nowMs + 1 }, { startedAtMs: site.nowMs, nowMs: site.nowMs })).toBe(false);
  });

  it('is false of what was never tried, and of what is in step', async () => {
    const { site, link } = await putOff(1);
    expect(triesAnew({ ...link, attempts: 0 }, { startedAtMs: site.nowMs, nowMs: site.nowMs })).toBe(false);
    expect(triesAnew({ ...link, state: 'in-step', dueAtMs: null }, { startedAtMs: site.nowMs, nowMs: site.nowMs })).toBe(false);
  });

  it('is true of what was given up for a reason that passes, false where a person has to act first', async () => {
    const { site, link } = await putOff(1);
    const blocked: LinkRow = { ...link, state: 'blocked', dueAtMs: null };
    expect(triesAnew({ ...blocked, code: 'STORE_SERVER_ERROR' }, { startedAtMs: site.nowMs, nowMs: site.nowMs })).toBe(true);
    expect(triesAnew({ ...blocked, code: 'FIELD_TOO_LONG' }, { startedAtMs: site.nowMs, nowMs: site.nowMs })).toBe(false);
  });

  it.each(['STORE_AUTH', 'WIX_FORBIDDEN', 'REPLIES_PASSWORD', 'STORE_REVIEW_DUPLICATE'] as const)('is true in a run of the owner’s of what a shut shop or a repetition held up, and in no other walk: %s', async (code) => {
    const { site, link } = await putOff(1);
    const given: LinkRow = { ...link, state: 'blocked', dueAtMs: null, code };
    const times = { startedAtMs: site.nowMs, nowMs: site.nowMs };
    expect([triesAnew(given, { ...times, reopens: true }), triesAnew(given, times)]).toEqual([true, false]);
    expect(triesAnew({ ...given, code: 'FIELD_TOO_LONG' }, { ...times, reopens: true })).toBe(false);
  });
});
