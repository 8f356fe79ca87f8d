import { describe, expect, it } from 'vitest';
import { INSTANCE } from '../../../sim/world/world';
import { TestSite } from '../../../test/support/test-site';
import { brandId, type ContactId } from '../../core/ids';
import { tickBackfill } from './backfill';
import { drain } from './drain';
import { followContactDeletion, followMerge } from './follow-contacts';
import { receiveWixEvent } from './receive-wix-event';
import { startBackfill } from './run';

const [ONE, TWO] = [brandId<ContactId>('k1'), brandId<ContactId>('k2')];

/** A pair in step, written on Wix by the first of two people. */
async function inStep(): Promise<TestSite> {
  const site = new TestSite();
  site.addPerson(2);
  await tell(site, site.writeOnWix('Warm'));
  expect(site.inStore()).toHaveLength(1);
  site.calls.length = 0;
  return site;
}

const tell = (site: TestSite, record: ReturnType<TestSite['writeOnWix']>) => site.runEntrance((opener) => receiveWixEvent(site.event(record), opener));

/** Wix gives the review to the contact that is left, or leaves it as it is. */
async function merge(site: TestSite, moves: boolean): Promise<void> {
  await site.run((session) => followMerge(session, TWO, [ONE]));
  const [record] = site.onWix();
  if (record === undefined) throw new Error('Expected a review');
  if (moves) Object.assign(record, { contactId: TWO });
}

async function walk(site: TestSite): Promise<void> {
  site.passMs(60_000);
  await site.run(startBackfill);
  for (let tick = 0; tick < 10; tick += 1) {
    await site.run(async (session) => {
      await tickBackfill(session);
      if (session.budget.has(2)) await drain(session);
    });
    site.passMs(1_000);
  }
}

function author(site: TestSite, id: string, contactId: ContactId): void {
  site.put('authors', { _id: id, instanceId: INSTANCE, contactId });
}
const authors = (site: TestSite) => Object.fromEntries(site.world.rows.all('authors').map(({ _id, contactId }) => [_id, contactId]));

describe.each([true, false])('contacts that were merged, where their reviews go along: %s', (moves) => {
  it('leave an edited review one review in the store', async () => {
    const site = await inStep();
    await merge(site, moves);
    const [record] = site.onWix();
    if (record === undefined) throw new Error('Expected a review');
    site.world.shops.changeOnWix(record.id, { body: 'Warmer' }, false);
    await tell(site, record);
    expect(site.inStore().map(({ fields }) => fields.body)).toEqual(['Warmer']);
    expect(site.links()).toHaveLength(1);
  });

  it('leave every review as it is in a walk over everything', async () => {
    const site = await inStep();
    await merge(site, moves);
    await walk(site);
    expect(site.writes()).toEqual([]);
    expect(site.links()).toHaveLength(1);
    expect(site.runs()).toMatchObject([{ state: 'done' }]);
  });

  it('let a deletion of the review reach its copy', async () => {
    const site = await inStep();
    await merge(site, moves);
    const [record] = site.onWix();
    if (record === undefined) throw new Error('Expected a review');
    const event = site.event(record, { kind: 'deleted' });
    site.world.shops.wix.delete(record.id);
    await site.runEntrance((opener) => receiveWixEvent(event, opener));
    expect(site.inStore()).toEqual([]);
  });

  it('let the contact that is left write of another product', async () => {
    const site = await inStep();
    await merge(site, moves);
    site.world.addProduct(2, 'both');
    await tell(site, site.writeOnWix('Also by me', { person: 2, product: 2 }));
    expect(site.links()).toHaveLength(2);
  });
});

describe('a merge', () => {
  it('leads the addresses of the contacts that went to the one that is left, and no others', async () => {
    const site = new TestSite();
    author(site, 'ann', ONE);
    author(site, 'ann at work', brandId('k9'));
    author(site, 'bo', brandId('k3'));
    await site.run((session) => followMerge(session, TWO, [ONE, brandId<ContactId>('k9')]));
    expect(authors(site)).toEqual({ 'ann': TWO, 'ann at work': TWO, 'bo': 'k3' });
  });

  it('told twice ends the same, and one of nobody changes nothing', async () => {
    const site = new TestSite();
    author(site, 'ann', ONE);
    await site.run((session) => followMerge(session, TWO, [ONE]));
    await site.run((session) => followMerge(session, TWO, [ONE]));
    expect(authors(site)).toEqual({ ann: TWO });
    site.calls.length = 0;
    await site.run((session) => followMerge(session, TWO, []));
    expect(site.calls).toEqual(['rows.get']);
  });

  it('is remembered, and costs a review one call more from then on; before it none', async () => {
    const callsFor = async (merged: boolean) => {
      const site = new TestSite();
      if (merged) await site.run((session) => followMerge(session, TWO, [ONE]));
      expect(site.connection().contactsMerged).toBe(merged);
      site.calls.length = 0;
      await tell(site, site.writeOnWix('Warm'));
      return site.calls.length;
    };
    expect(await callsFor(true) - (await callsFor(false))).toBe(1);
  });
});

describe('a contact that was deleted', () => {
  it('is looked up anew when its person writes again', async () => {
    const site = new TestSite();
    author(site, 'ann', ONE);
    author(site, 'bo', TWO);
    await site.run((session) => followContactDeletion(session, ONE));
    expect(authors(site)).toEqual({ bo: TWO });
  });

  it('that wrote nothing costs one look', async () => {
    const site = new TestSite();
    await site.run((session) => followContactDeletion(session, ONE));
    expect(site.calls).toEqual(['rows.get', 'rows.find']);
  });
});
