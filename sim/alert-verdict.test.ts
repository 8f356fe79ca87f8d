import { describe, expect, it } from 'vitest';
import { TestSite } from '../test/support/test-site';
import { receiveWixEvent } from '../src/backend/sync/receive-wix-event';
import { alertProblems } from './alert-verdict';

async function raised(): Promise<TestSite> {
  const site = new TestSite();
  const record = site.writeOnWix('It broke', { rating: 1 });
  await site.runEntrance((opener) => receiveWixEvent(site.event(record), opener));
  return site;
}

describe('the alerts of a world at rest', () => {
  it('are right when what is unhappy lies open and was told', async () => {
    expect(alertProblems((await raised()).world)).toEqual([]);
  });

  it('are wrong when a place never heard of it', async () => {
    const site = await raised();
    site.world.alerts.told.delete([...site.world.alerts.told.keys()][0] ?? '');
    expect(alertProblems(site.world)).toEqual([expect.stringContaining('never heard of it')]);
  });

  it('are wrong when an unhappy review has no item', async () => {
    const site = await raised();
    site.world.rows.table('attention').clear();
    expect(alertProblems(site.world)).toEqual([expect.stringContaining('no item'), ...Array.from({ length: 3 }, () => expect.stringContaining('no crossing'))]);
  });

  it('are wrong when an item is open although everybody is happy', async () => {
    const site = await raised();
    const [record] = site.onWix();
    const [copy] = site.inStore();
    if (record !== undefined) site.world.shops.changeOnWix(record.id, { rating: 5 }, false);
    if (copy !== undefined) site.world.shops.changeInStore(copy.id, { fields: { ...copy.fields, rating: 5 } }, false);
    expect(alertProblems(site.world)).toEqual([expect.stringContaining('open with 5 stars')]);
  });
});
