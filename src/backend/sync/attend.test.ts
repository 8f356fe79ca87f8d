import { describe, expect, it } from 'vitest';
import { TestSite } from '../../../test/support/test-site';
import { ALERT_CHANNELS } from './alert-port';
import type { AttentionRow } from './attention-row';
import { deliverDue } from './deliver-alerts';
import { drain } from './drain';
import { followHint } from './follow-hint';
import { noteReplaced } from './note-attention';
import { receiveHint } from './receive-hint';
import { receiveWixEvent } from './receive-wix-event';
import type { WixRecord } from '../../../sim/world/shop';

const items = (site: TestSite): readonly AttentionRow[] => site.world.rows.all('attention');
const told = (site: TestSite): number => site.world.alerts.told.size;
const onWix = (site: TestSite, record: WixRecord, times = 1): Promise<void> => repeat(times, () => site.runEntrance((opener) => receiveWixEvent(site.event(record), opener)));

async function repeat(times: number, work: () => Promise<void>): Promise<void> {
  for (let done = 0; done < times; done += 1) await work();
}

/** The store says that its product changed; the app looks, and later tidies up what did not fit. */
async function inStore(site: TestSite): Promise<void> {
  const [product] = site.world.products;
  await site.run(async (session) => {
    if (product?.store != null) await followHint(session, await receiveHint(session, product.store));
  });
  site.passMs(60_000);
  await site.run(async (session) => drain(session));
  await site.run(async (session) => deliverDue(session));
}

describe('a review with few stars', () => {
  it('written on Wix raises one item and tells every channel once, however often the event comes', async () => {
    const site = new TestSite();
    const record = site.writeOnWix('It broke', { rating: 2 });
    await onWix(site, record, 3);
    expect(items(site)).toMatchObject([{ state: 'open', rating: 2, birth: 'wix', wixReviewId: record.id, crossings: 1, untold: {}, dueAtMs: null }]);
    expect(told(site)).toBe(ALERT_CHANNELS.length);
  });

  it('written in the store raises one item, which its copy on Wix joins and does not repeat', async () => {
    const site = new TestSite();
    const record = site.writeInStore('It broke', { rating: 1 });
    await inStore(site);
    const [copy] = site.onWix();
    if (copy === undefined) throw new Error('Expected a copy on Wix');
    await onWix(site, copy, 2);
    await inStore(site);
    expect(items(site)).toMatchObject([{ state: 'open', rating: 1, birth: 'store', storeReviewId: record.id, wixReviewId: copy.id, crossings: 1 }]);
    expect(told(site)).toBe(ALERT_CHANNELS.length);
  });

  it('beside another one with many, on Wix, is open until it has more stars as well: neither hides the other', async () => {
    const site = new TestSite();
    site.writeOnWix('It fits', { rating: 5, writtenAt: '2026-05-02T08:00:00Z' });
    const record = site.writeInStore('It broke', { rating: 2 });
    await inStore(site);
    expect(items(site)).toMatchObject([{ state: 'open', storeReviewId: record.id }]);
    site.world.shops.changeInStore(record.id, { fields: { ...record.fields, rating: 5 } }, false);
    await inStore(site);
    expect(items(site)).toMatchObject([{ state: 'improved', storeReviewId: record.id }]);
  });

  it('that cannot be carried across is raised all the same, and once', async () => {
    const site = new TestSite();
    site.addPerson(2, { contact: false, email: false });
    site.writeInStore('It broke', { rating: 1, person: 2 });
    await inStore(site);
    await inStore(site);
    expect(items(site)).toMatchObject([{ state: 'open', wixReviewId: null, crossings: 1 }]);
    expect(told(site)).toBe(ALERT_CHANNELS.length);
  });

  it('is raised while the other shop is down', async () => {
    const site = new TestSite();
    const record = site.writeOnWix('It broke', { rating: 1 });
    site.fail({ call: 'store.createReviews', how: 'before' });
    await onWix(site, record);
    expect(items(site)).toMatchObject([{ state: 'open' }]);
    expect(told(site)).toBe(ALERT_CHANNELS.length);
  });

  it('is raised before anybody has published it', async () => {
    const site = new TestSite();
    await onWix(site, site.writeOnWix('It broke', { rating: 1, status: 'pending' }));
    expect(items(site)).toHaveLength(1);
  });

  it('from before the shop was connected is history', async () => {
    const site = new TestSite();
    await onWix(site, site.writeOnWix('It broke', { rating: 1, writtenAt: '2025-05-01T00:00:00Z' }));
    expect(items(site)).toEqual([]);
    expect(told(site)).toBe(0);
  });
});

it('a review with three stars raises nothing and costs nothing more', async () => {
  const site = new TestSite();
  await onWix(site, site.writeOnWix('So so', { rating: 3 }));
  expect(items(site)).toEqual([]);
  expect(told(site)).toBe(0);
});

describe('a raised review', () => {
  async function raised(rating: 1 | 2 = 2): Promise<{ readonly site: TestSite; readonly record: WixRecord }> {
    const site = new TestSite();
    const record = site.writeOnWix('It broke', { rating });
    await onWix(site, record);
    return { site, record };
  }

  const edit = async (site: TestSite, record: WixRecord, change: Parameters<TestSite['world']['shops']['changeOnWix']>[1]): Promise<void> => {
    site.passMs(60_000);
    site.world.shops.changeOnWix(record.id, change, false);
    await onWix(site, record, 2);
  };

  it('closes by itself when it is edited to enough stars, and tells nobody', async () => {
    const { site, record } = await raised();
    await edit(site, record, { rating: 4 });
    expect(items(site)).toMatchObject([{ state: 'improved', rating: 4, openRank: null }]);
    expect(told(site)).toBe(ALERT_CHANNELS.length);
  });

  it('closes with an answer, and is raised again when it is edited afterwards', async () => {
    const { site, record } = await raised();
    await edit(site, record, { reply: 'We are sorry.' });
    expect(items(site)).toMatchObject([{ state: 'answered', answerMs: expect.any(Number) }]);
    await edit(site, record, { rating: 1, body: 'Still broken' });
    expect(items(site)).toMatchObject([{ state: 'open', reason: 'edited', rating: 1, crossings: 2 }]);
    expect(told(site)).toBe(2 * ALERT_CHANNELS.length);
  });

  it('is not raised again by a moderator', async () => {
    const { site, record } = await raised();
    site.put('attention', { ...items(site)[0], state: 'resolved', openRank: null } as AttentionRow);
    await edit(site, record, { status: 'hidden' });
    expect(items(site)).toMatchObject([{ state: 'resolved', crossings: 1 }]);
    expect(told(site)).toBe(ALERT_CHANNELS.length);
  });

  it('is closed when it is deleted', async () => {
    const { site, record } = await raised();
    site.world.shops.deleteOnWix(record.id, false);
    await site.runEntrance((opener) => receiveWixEvent(site.event(record, { kind: 'deleted' }), opener));
    expect(items(site)).toMatchObject([{ state: 'gone' }]);
  });
});

it('a good review that a person changes to few stars is raised then', async () => {
  const site = new TestSite();
  const record = site.writeOnWix('Great', { rating: 5 });
  await onWix(site, record);
  site.world.shops.changeOnWix(record.id, { rating: 1, body: 'It broke' }, false);
  await onWix(site, record, 2);
  expect(items(site)).toMatchObject([{ state: 'open', reason: 'edited', crossings: 1 }]);
  expect(told(site)).toBe(ALERT_CHANNELS.length);
});

it('two invocations that meet the same review raise it once', async () => {
  const site = new TestSite();
  const record = site.writeOnWix('It broke', { rating: 1 });
  const event = site.event(record);
  await site.runTogether((opener) => receiveWixEvent(event, opener), (opener) => receiveWixEvent(event, opener), (opener) => receiveWixEvent(event, opener));
  expect(items(site)).toMatchObject([{ crossings: 1 }]);
  expect(told(site)).toBe(ALERT_CHANNELS.length);
});

it('few stars that give way to an edit on the other side raise nothing', async () => {
  const site = new TestSite();
  const record = site.writeInStore('Great', { rating: 4 });
  await inStore(site);
  const [copy] = site.onWix();
  if (copy === undefined) throw new Error('Expected a copy on Wix');
  site.world.shops.changeInStore(record.id, { fields: { ...record.fields, rating: 5 } }, false);
  site.world.shops.changeOnWix(copy.id, { rating: 2 }, false);
  await onWix(site, copy);
  expect(site.onWix()).toMatchObject([{ fields: { rating: 5 } }]);
  expect(items(site)).toEqual([]);
  expect(told(site)).toBe(0);
});

it('an item goes with its review when the row goes on with the other review of the pair', async () => {
  const site = new TestSite();
  await onWix(site, site.writeOnWix('It broke', { rating: 1 }));
  await site.run(async (session) => noteReplaced(session, site.link()));
  expect(items(site)).toMatchObject([{ state: 'gone', openRank: null, dueAtMs: null }]);
  await site.run(async (session) => noteReplaced(session, { ...site.link(), birth: 'store' }));
  expect(items(site)).toHaveLength(1);
  expect(told(site)).toBe(ALERT_CHANNELS.length);
});

it('a lonely review that was raised and is edited up closes when it finds its pair', async () => {
  const site = new TestSite();
  const record = site.writeInStore('It broke', { rating: 1, status: 'pending' });
  await inStore(site);
  expect(items(site)).toMatchObject([{ state: 'open', wixReviewId: null }]);
  site.world.shops.changeInStore(record.id, { fields: { ...record.fields, status: 'published', rating: 5 } }, false);
  await inStore(site);
  expect(site.onWix()).toHaveLength(1);
  expect(items(site)).toMatchObject([{ state: 'improved', rating: 5, crossings: 1 }]);
});
