import { describe, expect, it } from 'vitest';
import { TestSite } from '../../../test/support/test-site';
import { advice } from '../../core/advice';
import { SyncError } from '../../core/sync-error';
import { tickBackfill } from './backfill';
import { drain } from './drain';
import { receiveHint } from './receive-hint';
import { startBackfill, startSweep } from './run';
import { receiveWixEvent } from './receive-wix-event';
import type { SyncSession } from './session';

const HOUR_MS = 3_600_000;

/** A site whose Wix lets no app change what a visitor wrote, with every refused try counted. */
class StubbornSite extends TestSite {
  tries = 0;

  keeping(session: SyncSession): SyncSession {
    const refuse = (): Promise<never> => {
      this.tries += 1;
      return Promise.reject(new SyncError('WIX_ORGANIC_REFUSED', { got: 'a visitor’s review' }));
    };
    return { ...session, wix: { ...session.wix, updateReview: refuse } };
  }

  async work(): Promise<void> {
    for (let round = 0; round < 8; round += 1) {
      await this.run((session) => tickBackfill(this.keeping(session)));
      await this.run((session) => drain(this.keeping(session)));
      this.passMs(1_000);
    }
  }
}

async function editedInStore(): Promise<StubbornSite> {
  const site = new StubbornSite();
  site.writeOnWix('Runs small');
  await site.run(startBackfill);
  await site.work();
  const copy = site.inStore()[0] ?? expect.fail('Expected the copy');
  site.world.shops.changeInStore(copy.id, { fields: { ...copy.fields, body: 'Runs small, and the shop says so too' } }, false);
  return site;
}

describe('a change that Wix does not let an app make', () => {
  it('is a state with its reason after one try, and says that Wix keeps this one', async () => {
    const site = await editedInStore();
    await site.run(startSweep);
    await site.work();
    expect(site.tries).toBe(1);
    expect(site.link()).toMatchObject({ state: 'blocked', code: 'WIX_ORGANIC_REFUSED', dueAtMs: null });
    expect(advice('WIX_ORGANIC_REFUSED').sentence).toContain('Wix keeps this one');
    expect(site.onWix()[0]?.fields.body).toBe('Runs small');
  });

  it('is tried once in a week of daily checks, hourly drains and hourly messages about its product', async () => {
    const site = await editedInStore();
    for (let hour = 0; hour < 7 * 24; hour += 1) {
      if (hour % 24 === 0) await site.run((session) => startSweep(session));
      await site.run((session) => receiveHint(site.keeping(session), site.inStore()[0]?.productId ?? expect.fail('Expected a product')));
      await site.work();
      site.passMs(HOUR_MS);
    }
    expect(site.tries).toBe(1);
    expect(site.link()).toMatchObject({ state: 'blocked', code: 'WIX_ORGANIC_REFUSED' });
  });

  it('is tried anew when a person changes the review again, and ends when both shops say the same', async () => {
    const site = await editedInStore();
    await site.run(startSweep);
    await site.work();
    const [review] = site.onWix();
    const same = site.world.shops.changeOnWix(review?.id ?? expect.fail('Expected the review'), { body: 'Runs small, and the shop says so too' }, false);
    await site.runEntrance((opener) => receiveWixEvent(site.event(same ?? expect.fail('Expected the edit')), opener));
    await site.work();
    expect(site.tries).toBe(1);
    expect(site.link()).toMatchObject({ state: 'in-step', code: null });
  });
});
