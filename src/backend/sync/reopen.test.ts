import { beforeEach, describe, expect, it } from 'vitest';
import { TestSite } from '../../../test/support/test-site';
import { brandId, type LinkId } from '../../core/ids';
import { SyncError } from '../../core/sync-error';
import { CallBudget } from './call-budget';
import { drain } from './drain';
import { receiveWixEvent } from './receive-wix-event';
import { reopenReplies, reopenStore } from './reopen';
import type { SessionOpener, SyncSession } from './session';
import type { LinkRow } from './tables';

const FAR_MS = 86_400_000;

let site: TestSite;

beforeEach(() => {
  site = new TestSite();
});

const reopen = (calls?: number): Promise<void> => site.run((session) => reopenReplies(session, session.connection), calls === undefined ? {} : { calls });

/** The store's other door, for replies, does not know the password: whatever would look behind it fails. */
const refusing = (opener: SessionOpener): SessionOpener => ({
  ...opener,
  openSync: async (...which): Promise<SyncSession> => {
    const session = await opener.openSync(...which);
    const refuse = (): Promise<never> => Promise.reject(new SyncError('REPLIES_PASSWORD'));
    return { ...session, store: { ...session.store, getReview: refuse, findReviews: refuse, setReply: refuse, createReviews: refuse } };
  },
});

/** A review written on Wix while the password was revoked. */
async function heldUp(over: Partial<LinkRow> = {}): Promise<void> {
  const event = site.event(site.writeOnWix('Fits well'));
  await site.runEntrance((opener) => receiveWixEvent(event, refusing(opener)));
  site.put('links', { ...site.link(), ...over });
}

const GIVEN_UP = { state: 'blocked', dueAtMs: null, attempts: 9 } as const;

describe('once the application password is renewed', () => {
  it('a review that was given up for it crosses', async () => {
    await heldUp(GIVEN_UP);
    expect(site.link()).toMatchObject({ state: 'blocked', code: 'REPLIES_PASSWORD' });
    await site.run(drain);
    expect(site.inStore()).toEqual([]);
    await reopen();
    await site.run(drain);
    expect(site.link()).toMatchObject({ state: 'in-step', code: null });
    expect(site.inStore()).toHaveLength(1);
  });

  it('a review that was put off for it crosses at once', async () => {
    await heldUp();
    expect(site.link()).toMatchObject({ state: 'waiting', code: 'REPLIES_PASSWORD', attempts: 1 });
    await reopen();
    await site.run(drain);
    expect(site.inStore()).toHaveLength(1);
  });

  it('the next entrance knows that there is work', async () => {
    await heldUp(GIVEN_UP);
    site.put('connections', { ...site.connection(), backlogDueAtMs: null });
    await reopen();
    expect(site.connection().backlogDueAtMs).toBe(site.link().dueAtMs);
  });

  it('a product that was put off is looked at as well', async () => {
    const hint = { _id: 'h1', instanceId: site.connection().instanceId, storeProductId: brandId<NonNullable<LinkRow['storeProductId']>>('sp1'), cursor: null, attempts: 4, marks: 1, turn: 1, leaseUntilMs: 0, heldUntilMs: 0, dueAtMs: site.nowMs + FAR_MS };
    site.put('hints', hint, { ...hint, _id: 'h2', attempts: 0 }, { ...hint, _id: 'h3', dueAtMs: null });
    await reopen();
    const dueMs = site.hints().map(({ dueAtMs }) => dueAtMs);
    expect(dueMs.map((atMs) => atMs !== null && atMs <= site.nowMs)).toEqual([true, false, false]);
    expect(dueMs[2]).toBeNull();
  });
});

describe('once the store is back', () => {
  const back = (): Promise<void> => site.run((session) => reopenStore(session, session.connection));

  it('a review that failed before the store was known to be down crosses at once, and keeps its count of tries until it does', async () => {
    await heldUp({ code: 'STORE_UNREACHABLE', attempts: 2, dueAtMs: site.nowMs + FAR_MS });
    await back();
    expect(site.link().attempts).toBe(2);
    await site.run(drain);
    expect(site.link()).toMatchObject({ state: 'in-step', code: null });
    expect(site.inStore()).toHaveLength(1);
  });

  it('what the password keeps goes on waiting for that', async () => {
    await heldUp(GIVEN_UP);
    const before = site.link();
    await back();
    expect(site.link()).toEqual(before);
  });
});

describe('reopening', () => {
  it.each([
    ['what another reason keeps', { ...GIVEN_UP, code: 'FIELD_TOO_LONG' }],
    ['what is in step', { state: 'in-step', code: null, dueAtMs: null }],
    ['what is due anyway', { state: 'waiting', dueAtMs: 1 }],
    ['what somebody chose not to carry', { state: 'skipped', code: 'DIRECTION_OFF', dueAtMs: null }],
  ] as const)('leaves alone %s', async (_, over) => {
    await heldUp(over);
    const before = site.link();
    await reopen();
    expect(site.link()).toEqual(before);
  });

  it('costs two looks where nothing was held up', async () => {
    site.calls.length = 0;
    await reopen();
    expect(site.calls.slice(1)).toEqual(['rows.find', 'rows.find']);
  });

  async function many(count: number): Promise<void> {
    await heldUp(GIVEN_UP);
    const one = site.link();
    for (let number = 1; number < count; number += 1) site.put('links', { ...one, _id: brandId<LinkId>(`${one._id}-${String(number)}`) });
  }

  it('takes up hundreds in one invocation', async () => {
    await many(350);
    await reopen();
    expect(site.links().filter(({ state }) => state === 'waiting')).toHaveLength(350);
  });

  it('stops where calls run short, without an error, and goes on when asked again', async () => {
    await many(350);
    let spent = 0;
    await site.runEntrance(async (opener) => {
      const budget = new CallBudget(6);
      const session = await opener.openSync(opener.openSite(site.connection().instanceId, budget));
      await reopenReplies(session, session.connection);
      spent = budget.spent;
    });
    const first = site.links().filter(({ state }) => state === 'waiting').length;
    expect(spent).toBeLessThanOrEqual(6);
    expect(first).toBe(100);
    await reopen();
    expect(site.links().filter(({ state }) => state === 'waiting')).toHaveLength(350);
  });
});
