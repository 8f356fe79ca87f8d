import { describe, expect, it } from 'vitest';
import { TestSite } from '../../../test/support/test-site';
import { brandId, type StoreProductId } from '../../core/ids';
import { CallBudget } from './call-budget';
import { drain } from './drain';
import { followHint } from './follow-hint';
import { receiveHint } from './receive-hint';
import { INVOCATION_CALLS } from './invocation-calls';
import type { SessionOpener } from './session';

const INSTANCE = new TestSite().connection().instanceId;
const [ONE, TWO] = [brandId<StoreProductId>('sp1'), brandId<StoreProductId>('sp2')];
const COMPARING = ['store.listReviewsOf', 'rows.find', 'rows.patch'];

function deliver(site: TestSite, product = ONE): Promise<void> {
  site.calls.length = 0;
  return site.run(async (session) => followHint(session, await receiveHint(session, product)));
}

function flagBacklog(site: TestSite, dueAtMs: number | null): void {
  site.put('connections', { ...site.connection(), backlogDueAtMs: dueAtMs });
}

describe('acting on a delivery at once', () => {
  it('needs no claim for the first hint of a product, and one for each further', async () => {
    const site = new TestSite();
    await deliver(site);
    expect(site.calls).toEqual(['rows.get', 'rows.patch', 'rows.insert', ...COMPARING]);
    await deliver(site);
    expect(site.calls).toEqual(['rows.get', 'rows.patch', 'rows.patch', ...COMPARING]);
    expect(site.hints()).toMatchObject([{ dueAtMs: null, leaseUntilMs: 0 }]);
  });

  it('is left to whoever is at the product already, at no call beyond the mark', async () => {
    const site = new TestSite();
    const { row } = await site.run((session) => receiveHint(session, ONE));
    await deliver(site);
    expect(site.calls).toEqual(['rows.get', 'rows.patch']);
    expect(site.hints()).toMatchObject([{ marks: 2, turn: 1, leaseUntilMs: row.leaseUntilMs }]);
  });

  it('carries what the shopper wrote across once, however many deliveries come at the same time', async () => {
    const site = new TestSite();
    site.writeInStore('Fits well');
    const entrance = async (opener: SessionOpener) => {
      const session = await opener.openSync(opener.openSite(INSTANCE, new CallBudget(INVOCATION_CALLS)));
      await followHint(session, await receiveHint(session, ONE));
    };
    await site.runTogether(entrance, entrance, entrance);
    expect(site.onWix()).toHaveLength(1);
    site.passMs(60_000);
    await site.run((session) => drain(session));
    expect(site.writes()).toEqual(['wix.createReviews']);
    expect(site.link().state).toBe('in-step');
    expect(site.hints()).toMatchObject([{ dueAtMs: null }]);
  });

  it.each([
    ['nothing waits', null, false],
    ['what waits is not due yet', 60_000, false],
    ['something is due', 0, true],
  ])('goes on with the backlog only when the connection says that it is due: %s', async (_, inMs, drained) => {
    const site = new TestSite();
    site.world.addProduct(2, 'both');
    await site.run((session) => receiveHint(session, TWO));
    site.passMs(30_000);
    flagBacklog(site, inMs === null ? null : site.nowMs + inMs);
    await deliver(site);
    expect(site.calls.filter((call) => call === 'store.listReviewsOf')).toHaveLength(drained ? 2 : 1);
  });

  it('goes on with the backlog when its own product is taken, or its store did not answer', async () => {
    const site = new TestSite();
    site.world.addProduct(2, 'both');
    await site.run((session) => receiveHint(session, TWO));
    site.passMs(30_000);
    await site.run((session) => receiveHint(session, ONE));
    flagBacklog(site, site.nowMs);
    await deliver(site);
    expect(site.hints().find(({ storeProductId }) => storeProductId === TWO)).toMatchObject({ dueAtMs: null });

    site.passMs(30_000);
    await site.run((session) => receiveHint(session, TWO));
    flagBacklog(site, site.nowMs);
    site.fail({ call: 'store.listReviewsOf', how: 'before' });
    await deliver(site);
    expect(site.hints().find(({ storeProductId }) => storeProductId === ONE)).toMatchObject({ attempts: 1 });
    expect(site.hints().find(({ storeProductId }) => storeProductId === TWO)).toMatchObject({ dueAtMs: null });
  });
});
