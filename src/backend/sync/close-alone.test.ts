import { describe, expect, it } from 'vitest';
import { TestSite } from '../../../test/support/test-site';
import type { AttentionRow } from './attention-row';
import { closeAlone } from './close-alone';
import { followHint } from './follow-hint';
import { receiveHint } from './receive-hint';

const theItem = (site: TestSite): AttentionRow => site.world.rows.all('attention')[0] ?? expect.fail('Expected an item');

/** A review by somebody without an e-mail, which stays alone, and its item. */
async function alone(): Promise<TestSite> {
  const site = new TestSite();
  site.addPerson(2, { contact: false, email: false });
  site.writeInStore('It broke', { rating: 1, person: 2 });
  await site.run(async (session) => {
    const [product] = site.world.products;
    if (product?.store != null) await followHint(session, await receiveHint(session, product.store));
  });
  site.calls.length = 0;
  return site;
}

function edit(site: TestSite, rating: 1 | 5, trashed = false): void {
  const [review] = site.inStore();
  if (review !== undefined) site.world.shops.changeInStore(review.id, { fields: { ...review.fields, rating }, trashed }, false);
}

describe('an item over a lonely review whose row nobody got to write', () => {
  it('is closed by a sweep once the review has enough stars', async () => {
    const site = await alone();
    site.world.rows.table('links').clear();
    edit(site, 5);
    await site.run(closeAlone);
    expect(theItem(site)).toMatchObject({ state: 'improved', rating: 5, openRank: null, untold: {}, dueAtMs: null });
  });

  it('is closed when the review is in the bin', async () => {
    const site = await alone();
    edit(site, 1, true);
    await site.run(closeAlone);
    expect(theItem(site)).toMatchObject({ state: 'gone', rating: 1 });
  });

  it('stays while the review has few stars, or cannot be read', async () => {
    const site = await alone();
    const before = theItem(site);
    await site.run(closeAlone);
    site.world.shops.store.clear();
    await site.run(closeAlone);
    expect(theItem(site)).toEqual(before);
  });
});

it('costs one call where nothing lies open', async () => {
  const site = new TestSite();
  await site.run(closeAlone);
  expect(site.calls).toEqual(['rows.get', 'rows.find']);
});
