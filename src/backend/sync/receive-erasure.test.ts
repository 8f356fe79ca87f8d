import { describe, expect, it } from 'vitest';
import { INSTANCE } from '../../../sim/world/world';
import { TestSite } from '../../../test/support/test-site';
import { brandId, type ContactId } from '../../core/ids';
import { isSyncError, SyncError } from '../../core/sync-error';
import { drain } from './drain';
import { receiveWixEvent } from './receive-wix-event';
import { startBackfill } from './run';
import { tickBackfill } from './backfill';
import type { SessionOpener } from './session';
import type { TableName, Tables } from './tables';
import type { WixReviewEvent } from './wix-review-event';

/** Told as Wix tells: once more where calls ran out, which they do when everything there can be is known of a person. */
async function receive(site: TestSite, event: WixReviewEvent): Promise<void> {
  const tell = (): Promise<void> => site.runEntrance((opener) => receiveWixEvent(event, opener));
  await tell().catch(async (error: unknown) => {
    if (!isSyncError(error) || error.code !== 'BUDGET_SPENT') throw error;
    await tell();
  });
}

/** Two people's low reviews on both sides, everything known of them that can be: a conflict, an inbox item, a mapping. */
async function twoPeople(): Promise<{ site: TestSite; erased: WixReviewEvent }> {
  const site = new TestSite();
  site.addPerson(2);
  site.writeInStore('The seam opened', { rating: 1 });
  site.writeInStore('It faded', { rating: 1, person: 2 });
  await site.run(startBackfill);
  for (let tick = 0; tick < 12; tick += 1) {
    await site.run((session) => tickBackfill(session));
    await site.run((session) => drain(session));
    site.passMs(1_000);
  }
  for (const link of site.links()) {
    site.put('conflicts', { _id: `c-${link._id}`, instanceId: INSTANCE, linkId: link._id, field: 'body', winner: 'wix', lost: '"My own words"', state: 'open', atMs: 0 });
    site.put('previewLinks', link);
  }
  site.put('previewAuthors', ...site.world.rows.all('authors'));
  const mine = site.onWix().find(({ contactId }) => contactId === 'k1') ?? expect.fail('Expected the first person’s copy');
  for (const review of site.onWix()) {
    const edited = site.event(site.world.shops.changeOnWix(review.id, { body: `${review.fields.body}, all of it` }, false) ?? review);
    await receive(site, edited);
  }
  site.world.shops.deleteOnWix(mine.id, false);
  site.calls.length = 0;
  return { site, erased: site.event(mine, { kind: 'deleted', erased: true }) };
}

/** What a table holds of people, by its row: whether a field names a person or their review. */
type Holds = { readonly [Name in TableName]: [Extract<keyof Tables[Name], 'contactId' | 'linkId' | 'wixReviewId' | 'storeReviewId'>] extends [never] ? 'nobody' : 'people' };

/** Every table: a new one does not compile until it has its place here, and one of people fails below until its rows are erased. */
const HOLDS: Holds = {
  links: 'people', conflicts: 'people', pictures: 'people', attention: 'people', authors: 'people', previewLinks: 'people', previewAuthors: 'people',
  connections: 'nobody', products: 'nobody', hints: 'nobody', runs: 'nobody', previewRuns: 'nobody', alerts: 'nobody', origins: 'nobody',
};
const TABLES = Object.keys(HOLDS) as readonly TableName[];

/** Everything the app has stored, as one text. */
const stored = (site: TestSite): string => JSON.stringify(TABLES.map((table) => site.world.rows.all(table)));

describe.each(TABLES)('the table %s', (table) => {
  it('holds something of them before an erasure, if it holds anything of people, and nothing after', async () => {
    const { site, erased } = await twoPeople();
    const mine = site.links().find(({ contactId }) => contactId === 'k1') ?? expect.fail('Expected their link');
    const traces = ['"k1"', mine._id, erased.reviewId, `"${mine.storeReviewId ?? '?'}"`];
    const found = (): string[] => traces.filter((trace) => JSON.stringify(site.world.rows.all(table)).includes(trace));
    if (table === 'pictures') {
      site.put('links', { ...mine, pictures: mine._id });
      site.put('pictures', { _id: 'p1', instanceId: INSTANCE, linkId: mine._id, fileId: 'file1', state: 'ready', file: null, askedAtMs: 0 });
    }
    if (HOLDS[table] === 'people') expect(found()).not.toEqual([]);
    await receive(site, erased);
    expect(found()).toEqual([]);
  });
});

describe('a person who asked to be forgotten', () => {
  it('is in no row any more, and their review is in the store’s list no more; others stay', async () => {
    const { site, erased } = await twoPeople();
    const mine = site.links().find(({ contactId }) => contactId === 'k1') ?? expect.fail('Expected their link');
    await receive(site, erased);
    const text = stored(site);
    for (const trace of ['"k1"', mine._id, erased.reviewId, `"${mine.storeReviewId ?? '?'}"`]) expect(text).not.toContain(trace);
    expect(site.inStore().map(({ fields }) => fields.body)).toEqual(['It faded, all of it']);
    expect(site.links()).toHaveLength(1);
    expect(site.conflicts()).toHaveLength(1);
    expect(text).toContain('"k2"');
  });

  it('is in no row any more, however many values of theirs gave way and however many addresses they had', async () => {
    const { site, erased } = await twoPeople();
    const mine = site.links().find(({ contactId }) => contactId === 'k1') ?? expect.fail('Expected their link');
    const [author] = site.world.rows.all('authors').filter(({ contactId }) => contactId === 'k1');
    for (let number = 0; number < 250; number += 1) {
      site.put('conflicts', { _id: `more-${String(number)}`, instanceId: INSTANCE, linkId: mine._id, field: 'body', winner: 'wix', lost: '"My own words"', state: 'kept', atMs: site.nowMs });
      if (author !== undefined) site.put('authors', { ...author, _id: `more-${String(number)}` });
    }
    await receive(site, erased);
    expect(site.conflicts()).toHaveLength(1);
    expect(stored(site)).not.toContain('"k1"');
  });

  it('is forgotten once and for all: the same event again, or a late one about the review, changes nothing', async () => {
    const { site, erased } = await twoPeople();
    await receive(site, erased);
    const after = stored(site);
    await receive(site, erased);
    expect(stored(site)).toBe(after);
  });

  it('stays on record until the store has let go of the copy, and Wix is asked to tell us again', async () => {
    const { site, erased } = await twoPeople();
    site.fail({ call: 'store.trashReview', how: 'before' });
    await expect(receive(site, erased)).rejects.toMatchObject({ code: 'STORE_SERVER_ERROR' });
    expect(site.links()).toHaveLength(2);
    site.passMs(60_000);
    await receive(site, erased);
    expect(site.links()).toHaveLength(1);
    expect(site.inStore()).toHaveLength(1);
  });

  it.each(['rows.find', 'rows.removeMany', 'rows.get', 'store.trashReview', 'rows.patch'])('is forgotten in the end though the process dies at %s', async (call) => {
    for (const how of ['crash-before', 'crash-after'] as const) {
      const { site, erased } = await twoPeople();
      site.fail({ call, how });
      await receive(site, erased).catch(() => undefined);
      site.passMs(60_000);
      await receive(site, erased);
      expect(stored(site)).not.toContain('"k1"');
      expect(site.inStore()).toHaveLength(1);
    }
  });

  it('is forgotten on a site whose store is not connected any more, too', async () => {
    const { site, erased } = await twoPeople();
    site.world.rows.table('connections').clear();
    await receive(site, erased);
    expect(site.conflicts()).toHaveLength(1);
    expect(stored(site)).not.toContain('"k1"');
  });

  it('is forgotten, and their copy in the store removed, while sync is paused; the pause stays', async () => {
    const { site, erased } = await twoPeople();
    for (const row of site.world.rows.all('connections')) site.put('connections', { ...row, paused: true });
    await receive(site, erased);
    expect(site.inStore()).toHaveLength(1);
    expect(stored(site)).not.toContain('"k1"');
    expect(site.world.rows.all('connections').map(({ paused }) => paused)).toEqual([true]);
  });

  it('stays on record, due at once, while the store’s keys cannot be opened, and Wix is asked to tell us again', async () => {
    const { site, erased } = await twoPeople();
    const shut = (opener: SessionOpener): SessionOpener => ({ ...opener, openSync: () => Promise.reject(new SyncError('NOT_CONNECTED', { field: 'credentials' })) });
    await expect(site.runEntrance((opener) => receiveWixEvent(erased, shut(opener)))).rejects.toMatchObject({ code: 'NOT_CONNECTED' });
    expect(site.inStore()).toHaveLength(2);
    expect(site.links().find(({ contactId }) => contactId === 'k1')?.gone).toBe('wix');
    // Due at once. The keys are renewed, and Wix has stopped telling: the mark alone removes the copy.
    await site.run((session) => drain(session));
    expect(site.inStore()).toHaveLength(1);
    await receive(site, erased);
    expect(stored(site)).not.toContain('"k1"');
  });

  it('of whom nothing is known costs seven calls and throws nothing', async () => {
    const site = new TestSite();
    const stranger = site.event(site.writeOnWix('Never met'), { kind: 'deleted', erased: true, contactId: brandId<ContactId>('k9') });
    site.calls.length = 0;
    await receive(site, stranger);
    expect(site.calls.length).toBeLessThanOrEqual(7);
    expect(site.links()).toEqual([]);
    expect(site.writes()).toEqual([]);
  });
});

it('an ordinary deletion keeps its tombstone, which late events need', async () => {
  const { site, erased } = await twoPeople();
  await receive(site, { ...erased, erased: false });
  expect(site.links()).toHaveLength(2);
});
