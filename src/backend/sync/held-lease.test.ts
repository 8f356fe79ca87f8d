import { describe, expect, it } from 'vitest';
import { TestSite } from '../../../test/support/test-site';
import type { ReviewFields } from '../../core/review';
import { claim } from './claim';
import { drain } from './drain';
import { HeldLease, writingUnder } from './held-lease';
import { LEASE_MS, WRITE_MS } from './lease';
import { pushToStore } from './push-to-store';
import { receiveWixEvent } from './receive-wix-event';
import type { SyncSession } from './session';
import { settle } from './settle';
import type { LinkRow } from './tables';
import { wixBornLink } from './new-link';

/** As long as a store may take for one answer. */
const ANSWER_MS = 25_000;

async function edited(change: Partial<ReviewFields> = { body: 'Runs small' }): Promise<TestSite> {
  const site = new TestSite();
  await site.runEntrance(async (opener) => receiveWixEvent(site.event(site.writeOnWix('Fits well')), opener));
  for (const { id } of site.onWix()) site.world.shops.changeOnWix(id, change, false);
  site.calls.length = 0;
  return site;
}

const take = async (session: SyncSession, site: TestSite): Promise<LinkRow> => (await claim(session, site.link())) ?? expect.fail('Expected the link to be free');

/** The session of one whose store takes its time over reading; `meanwhile` comes to pass while it waits. */
function slow(site: TestSite, session: SyncSession, meanwhile: () => Promise<void> = async () => undefined, ms = ANSWER_MS): SyncSession {
  const store = Object.create(session.store) as SyncSession['store'];
  store.getReview = async (id) => {
    const review = await session.store.getReview(id);
    site.passMs(ms);
    await meanwhile();
    return review;
  };
  return { ...session, store };
}

describe('a claim on a link', () => {
  it('costs no call while it outlasts the write, and begins anew when it does not', async () => {
    const site = await edited();
    await site.run(async (session) => {
      const lease = new HeldLease(session, await take(session, site));
      site.calls.length = 0;
      await lease.secure();
      expect(site.calls).toEqual([]);
      site.passMs(LEASE_MS - WRITE_MS);
      await lease.secure();
      expect(site.calls).toEqual(['rows.patch']);
      expect(site.link().leaseUntilMs).toBeGreaterThan(site.nowMs + WRITE_MS);
      await lease.secure();
      expect(site.calls).toEqual(['rows.patch']);
    });
  });

  it('can be renewed time and again, and keeps everybody else away', async () => {
    const site = await edited();
    await site.run(async (session) => {
      const lease = new HeldLease(session, await take(session, site));
      for (let time = 0; time < 5; time += 1) {
        site.passMs(ANSWER_MS);
        await lease.secure();
        expect(await claim(session, site.link())).toBeNull();
      }
    });
  });

  it('that somebody else took is lost for good', async () => {
    const site = await edited();
    await site.run(async (session) => {
      const lease = new HeldLease(session, await take(session, site));
      site.passMs(LEASE_MS + 1);
      await take(session, site);
      for (let time = 0; time < 2; time += 1) await expect(lease.secure()).rejects.toMatchObject({ code: 'BUSY' });
      expect(lease.isLost()).toBe(true);
    });
  });

  it('keeps it from whoever read the link before it was renewed', async () => {
    const site = await edited();
    await site.run(async (session) => {
      const lease = new HeldLease(session, await take(session, site));
      const read = site.link();
      site.passMs(LEASE_MS + 1);
      await lease.secure();
      expect(await claim(session, read)).toBeNull();
    });
  });

  /** The link was taken by somebody else: what writes in a shop must be refused before it does. */
  async function refused(write: (session: ReturnType<typeof writingUnder>) => () => Promise<unknown>): Promise<void> {
    const site = await edited();
    await site.run(async (session) => {
      const lease = new HeldLease(session, await take(session, site));
      site.passMs(LEASE_MS + 1);
      await take(session, site);
      site.calls.length = 0;
      await expect(write(writingUnder(lease, session))()).rejects.toMatchObject({ code: 'BUSY' });
      expect(site.writes()).toEqual([]);
    });
  }

  it.each(['createReviews', 'updateReview', 'setStatus', 'setReply', 'trashReview'] as const)('is asked before store.%s', async (write) => {
    await refused(({ store }) => store[write] as () => Promise<unknown>);
  });

  it.each(['createReviews', 'updateReview', 'setMedia', 'moderate', 'setReply', 'deleteReview'] as const)('is asked before wix.%s', async (write) => {
    await refused(({ wix }) => wix[write] as () => Promise<unknown>);
  });
});

describe('a settle whose store is slow', () => {
  it('writes under a lease that lasts until the answer', async () => {
    const site = await edited();
    let leftMs = 0;
    await site.run(async (session) => {
      const slowly = slow(site, session);
      slowly.store.updateReview = async (id, edits) => {
        leftMs = site.link().leaseUntilMs - site.nowMs;
        return session.store.updateReview(id, edits);
      };
      await settle(slowly, await take(session, site));
    });
    expect(leftMs).toBeGreaterThan(ANSWER_MS);
    expect(site.link()).toMatchObject({ state: 'in-step', leaseUntilMs: 0, intent: null });
  });

  it('writes nothing once another invocation has the link, neither in a shop nor on its row', async () => {
    const site = await edited();
    let theirs: LinkRow | null = null;
    await site.run(async (session) => {
      const owned = await take(session, site);
      await settle(slow(site, session, async () => { theirs = await take(session, site); }, LEASE_MS + 1), owned);
    });
    expect(site.writes()).toEqual([]);
    expect(site.link()).toMatchObject({ turn: expect.any(Number) as number, state: 'in-step' });
    expect(site.link().leaseUntilMs).toBeGreaterThan(site.nowMs);
    expect(theirs).not.toBeNull();
  });

  it('leaves what there is to write to the other, who writes it once', async () => {
    const site = await edited();
    await site.run(async (session) => {
      const owned = await take(session, site);
      await settle(slow(site, session, async () => { await settle(session, await take(session, site)); }, LEASE_MS + 1), owned);
    });
    site.passMs(LEASE_MS + 1);
    await site.run(drain);
    expect(site.writes()).toEqual(['store.updateReview']);
    expect(site.link()).toMatchObject({ state: 'in-step', intent: null, leaseUntilMs: 0 });
  });

  it('with nothing to write does not let go of what another holds by now', async () => {
    const site = await edited({});
    await site.run(async (session) => {
      const owned = await take(session, site);
      await settle(slow(site, session, async () => { await take(session, site); }, LEASE_MS + 1), owned);
    });
    expect(site.link().leaseUntilMs).toBeGreaterThan(site.nowMs);
  });
});

describe('a page of copies for the store', () => {
  it('is not sent when its claim could end before the answer, and is sent by the next tick', async () => {
    const site = new TestSite();
    const event = site.event(site.writeOnWix('Fits well'));
    site.put('links', wixBornLink(event.instanceId, event, site.nowMs));
    const result = await site.run(async (session) => {
      const rows = Object.create(session.rows) as SyncSession['rows'];
      rows.getMany = async (table, ids) => {
        site.passMs(LEASE_MS - WRITE_MS);
        return session.rows.getMany(table, ids);
      };
      return pushToStore({ ...session, rows }, 1);
    });
    expect(result).toEqual({ kind: 'stay', done: 0 });
    expect(site.writes()).toEqual([]);
    expect(site.link()).toMatchObject({ intent: null, leaseUntilMs: 0, state: 'waiting' });
    await site.run((session) => pushToStore(session, 1));
    expect(site.inStore()).toHaveLength(1);
  });
});
