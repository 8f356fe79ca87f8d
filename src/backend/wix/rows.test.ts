import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { brandId, type ContactId, type InstanceId } from '../../core/ids';
import type { AuthorRow } from '../sync/tables';
import { createRows } from './rows';
import { FakeWix, SITE } from './testing/fake-wix';

const AUTHORS = '@review-relay/app/authors';
const author = (id: string): AuthorRow => ({ _id: id, instanceId: SITE, contactId: brandId<ContactId>(`contact-${id}`) });
const item = (row: AuthorRow) => ({ id: row._id, dataCollectionId: AUTHORS, data: { ...row, _createdDate: { $date: '2026-01-01T00:00:00Z' }, _owner: 'x' } });
const foreign = item({ ...author('z'), instanceId: brandId<InstanceId>('another-site') });

describe('rows in Wix Data', () => {
  let wix: FakeWix;
  beforeEach(() => {
    wix = new FakeWix();
    vi.stubGlobal('fetch', wix.fetch);
  });
  afterEach(() => vi.unstubAllGlobals());

  it('tells an inserted row from one whose id is taken', async () => {
    wix.answer({ dataItem: item(author('a')) }).refuse(409, 'WDE0074');
    const rows = createRows(wix.access());
    const row = author('a');
    expect([await rows.insert('authors', row), await rows.insert('authors', row)]).toEqual(['inserted', 'exists']);
    expect(row).toEqual(author('a'));
    expect(wix.sent[0]).toMatchObject({ path: '/wix-data/v2/items', body: { dataCollectionId: AUTHORS, dataItem: { id: 'a', data: author('a') } } });
  });

  it('reads a row from the primary copy, without the fields of Wix', async () => {
    wix.answer({ dataItem: item(author('a')) }).refuse(404, 'WDE0073');
    const rows = createRows(wix.access());
    expect([await rows.get('authors', 'a'), await rows.get('authors', 'b')]).toEqual([author('a'), null]);
  });

  it('reads fields an older row lacks as null', async () => {
    wix.answer({ dataItem: { id: 'h', data: { _id: 'h', instanceId: SITE, storeProductId: '7' } } });
    expect(await createRows(wix.access()).get('hints', 'h')).toMatchObject({ storeProductId: '7', cursor: null, dueAtMs: null });
  });

  it('never returns a row of another instance', async () => {
    wix.answer({ dataItem: foreign }).answer({ dataItems: [foreign, item(author('a'))] }).answer({ dataItems: [foreign], pagingMetadata: {} }).answer({ dataItem: foreign });
    const rows = createRows(wix.access());
    expect(await rows.get('authors', 'z')).toBeNull();
    expect(await rows.getMany('authors', ['z', 'a'])).toEqual([author('a')]);
    expect((await rows.find('authors', { where: {}, limit: 10 })).rows).toEqual([]);
    expect(await rows.patch('authors', 'z', { set: {} })).toEqual({ kind: 'missing' });
    expect(wix.sent[1]?.body).toMatchObject({ consistentRead: true, query: { filter: { _id: { $hasSome: ['z', 'a'] } } } });
  });

  it('puts every condition, the order and the consistency into the query', async () => {
    wix.answer({ dataItems: [], pagingMetadata: {} });
    await createRows(wix.access()).find('links', { where: { state: ['waiting', 'blocked'], dueAtMs: { atMost: 5 }, storeReviewId: { not: null }, lastEvent: { contains: 'copied' } }, sort: { by: 'lastAtMs', descending: true }, limit: 20, consistent: true });
    expect(wix.sent[0]?.body).toMatchObject({
      consistentRead: true,
      query: { filter: { instanceId: SITE, state: { $hasSome: ['waiting', 'blocked'] }, dueAtMs: { $lte: 5 }, storeReviewId: { $ne: null }, lastEvent: { $contains: 'copied' } }, sort: [{ fieldName: 'lastAtMs', order: 'DESC' }], paging: { limit: 20, offset: 0 } },
    });
  });

  it('asks for rows of which one of several conditions holds, within the own site', async () => {
    wix.answer({ dataItems: [], pagingMetadata: {} });
    await createRows(wix.access()).find('links', { where: { state: 'skipped' }, either: [{ lastEvent: ['Written'] }, { rating: { above: 3 } }], limit: 20 });
    expect(wix.sent[0]?.body).toMatchObject({ query: { filter: { instanceId: SITE, state: 'skipped', $or: [{ lastEvent: { $hasSome: ['Written'] } }, { rating: { $gt: 3 } }] } } });
  });

  it('goes on by the cursor Wix hands out, and by offset where it hands out none', async () => {
    wix.answer({ dataItems: [item(author('a'))], pagingMetadata: { hasNext: true, cursors: { next: 'C' } } }).answer({ dataItems: [], pagingMetadata: { hasNext: false } })
      .answer({ dataItems: [item(author('a'))], pagingMetadata: { hasNext: true } }).answer({ dataItems: [], pagingMetadata: { hasNext: false } });
    const rows = createRows(wix.access());
    for (let round = 0; round < 2; round += 1) {
      const { next } = await rows.find('authors', { where: {}, limit: 1 });
      expect((await rows.find('authors', { where: {}, limit: 1, cursor: next })).next).toBeNull();
    }
    expect(wix.sent[1]?.body).toMatchObject({ query: { cursorPaging: { limit: 1, cursor: 'C' } } });
    expect(wix.sent[3]?.body).toMatchObject({ query: { filter: { instanceId: SITE }, paging: { limit: 1, offset: 1 } } });
  });

  it('patches fields, counts up atomically and returns the row as it then is', async () => {
    wix.answer({ dataItem: { id: 'h', data: { _id: 'h', instanceId: SITE, turn: 8 } } }).refuse(404, 'WDE0073');
    const rows = createRows(wix.access());
    expect(await rows.patch('hints', 'h', { set: { cursor: null }, increment: { turn: 1 } })).toMatchObject({ kind: 'applied', row: { turn: 8 } });
    expect(await rows.patch('hints', 'x', { set: {}, increment: { turn: 1 } })).toEqual({ kind: 'missing' });
    expect(wix.sent[0]?.body).toMatchObject({ patch: { dataItemId: 'h', fieldModifications: [
      { action: 'SET_FIELD', fieldPath: 'cursor', setFieldOptions: { value: null } },
      { action: 'INCREMENT_FIELD', fieldPath: 'turn', incrementFieldOptions: { value: 1 } },
    ] } });
  });

  it('patches many rows, each its own way, in one call that missing rows do not fail', async () => {
    wix.answer({ results: [{ itemMetadata: { success: true } }, { itemMetadata: { success: false, error: { code: 'WDE0073' } } }] });
    const access = wix.access();
    await createRows(access).patchMany('hints', [{ id: 'a', set: { attempts: 1 } }, { id: 'b', set: { cursor: 'c' } }]);
    expect(access.budget.spent).toBe(1);
    expect(wix.sent).toMatchObject([{ path: '/wix-data/v2/bulk/items/patch', body: { dataCollectionId: '@review-relay/app/hints', patches: [
      { dataItemId: 'a', fieldModifications: [{ fieldPath: 'attempts', setFieldOptions: { value: 1 } }] },
      { dataItemId: 'b', fieldModifications: [{ fieldPath: 'cursor', setFieldOptions: { value: 'c' } }] },
    ] } }]);
  });

  it('passes over taken ids in a bulk insert, and fails when a row fails otherwise', async () => {
    const failed = (code: string) => ({ results: [{ itemMetadata: { success: false, originalIndex: 0, error: { code, description: 'no' } } }] });
    wix.answer(failed('WDE0074')).answer(failed('WDE0014')).answer(failed('WDE0123'));
    const rows = createRows(wix.access());
    await rows.insertMany('authors', [author('a')]);
    await expect(rows.insertMany('authors', [author('a')])).rejects.toMatchObject({ code: 'WIX_RATE_LIMITED' });
    await expect(rows.saveMany('authors', [author('a')])).rejects.toMatchObject({ code: 'WIX_REFUSED' });
  });

  it('removes, counts, and makes no call for nothing', async () => {
    wix.answer({ results: [{ itemMetadata: { success: false, originalIndex: 0, error: { code: 'WDE0073' } } }] }).answer({ totalCount: 3 });
    const rows = createRows(wix.access());
    await rows.removeMany('authors', ['a']);
    expect(await rows.count('links', { state: 'blocked' })).toBe(3);
    await Promise.all([rows.removeMany('authors', []), rows.insertMany('authors', []), rows.saveMany('authors', []), rows.patchMany('authors', []), rows.getMany('authors', [])]);
    expect(wix.sent.map(({ path }) => path)).toEqual(['/wix-data/v2/bulk/items/remove', '/wix-data/v2/items/count']);
    expect(wix.sent[1]?.body).toMatchObject({ filter: { instanceId: SITE, state: 'blocked' } });
  });

  it.each(['WDE0025', 'WDE0110', 'WDE0117'])('says that storage is not ready on %s', async (code) => {
    wix.refuse(404, code);
    await expect(createRows(wix.access()).get('authors', 'a')).rejects.toMatchObject({ code: 'STORAGE_NOT_READY' });
  });

  it('refuses more than Wix takes at once', async () => {
    const rows = createRows(wix.access());
    await expect(rows.getMany('authors', Array.from({ length: 101 }, String))).rejects.toThrow(/got 101/);
    await expect(rows.find('authors', { where: {}, limit: 101 })).rejects.toThrow(/got 101/);
    await expect(rows.find('authors', { where: {}, limit: 1, cursor: 'forged' })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });
});
