import { describe, expect, it } from 'vitest';
import { TestSite } from '../../../test/support/test-site';
import type { Conflict } from '../../core/plan-types';
import { claim } from './claim';
import { keepLost } from './keep-lost';
import { wixBornLink } from './new-link';
import { settle } from './settle';

const LOST: Conflict = { field: 'body', winner: 'wix', lost: 'Runs small' };

function linked(): TestSite {
  const site = new TestSite();
  const event = site.event(site.writeOnWix('Fits well'));
  site.put('links', wixBornLink(event.instanceId, event, site.nowMs));
  return site;
}

describe('a value that gives way', () => {
  it('is kept whole, with where it stood and why', async () => {
    const site = linked();
    await site.run((session) => keepLost(session, site.link(), [LOST, { field: 'rating', winner: 'store', lost: 2 }]));
    expect(site.conflicts()).toMatchObject([
      { linkId: site.link()._id, field: 'body', winner: 'wix', lost: '"Runs small"', state: 'open' },
      { linkId: site.link()._id, field: 'rating', winner: 'store', lost: '2', state: 'open' },
    ]);
  });

  it('is one row however often it is told of, and stays decided when a person has decided', async () => {
    const site = linked();
    await site.run((session) => keepLost(session, site.link(), [LOST]));
    for (const row of site.conflicts()) site.put('conflicts', { ...row, state: 'kept' });
    await site.run((session) => keepLost(session, site.link(), [LOST]));
    expect(site.conflicts()).toMatchObject([{ state: 'kept' }]);
  });

  it('costs nothing when there is none', async () => {
    const site = linked();
    const before = site.calls.length;
    await site.run((session) => keepLost(session, site.link(), []));
    // Opening the site reads the connection.
    expect(site.calls.slice(before)).toEqual(['rows.get']);
  });
});

describe('a pair whose sides were both changed', () => {
  it('keeps the loser before it is overwritten, even when the write then fails', async () => {
    const site = await pairInStep();
    clash(site);
    site.fail({ call: 'store.updateReview', how: 'before' });
    await settleOnce(site);
    expect(site.inStore()).toMatchObject([{ fields: { body: 'In the store' } }]);
    expect(site.conflicts()).toMatchObject([{ field: 'body', winner: 'wix', lost: '"In the store"', state: 'open' }]);
  });

  it('keeps one loser, though the write is tried again', async () => {
    const site = await pairInStep();
    clash(site);
    site.fail({ call: 'store.updateReview', how: 'before' });
    await settleOnce(site);
    await settleOnce(site);
    expect(site.inStore()).toMatchObject([{ fields: { body: 'On Wix' } }]);
    expect(site.conflicts()).toHaveLength(1);
  });
});

async function pairInStep(): Promise<TestSite> {
  const site = linked();
  await settleOnce(site);
  return site;
}

function clash(site: TestSite): void {
  for (const { id } of site.onWix()) site.world.shops.changeOnWix(id, { body: 'On Wix' }, false);
  for (const { id, fields } of site.inStore()) site.world.shops.changeInStore(id, { fields: { ...fields, body: 'In the store' } }, false);
}

async function settleOnce(site: TestSite): Promise<void> {
  await site.run(async (session) => {
    const owned = await claim(session, site.link());
    if (owned !== null) await settle(session, owned);
  });
}
