import { describe, expect, it } from 'vitest';
import { COLLECTION, testSite, type TestSite } from './test-site';
import type { SwitchChanges } from './switches';

const ITEMS = '/wix-data/v2/items';
type Answer = Awaited<ReturnType<TestSite['call']>>;

async function withItem(switches: SwitchChanges = {}) {
  const site = await testSite(switches);
  const send = (verb: string, body: object): Promise<Answer> => site.call('POST', verb.startsWith('/wix-data') ? verb : ITEMS + verb, { dataCollectionId: COLLECTION, ...body });
  const get = (consistentRead = true) => site.call('GET', `${ITEMS}/a?dataCollectionId=${encodeURIComponent(COLLECTION)}&consistentRead=${consistentRead}`);
  await send('', { dataItem: { id: 'a', data: { _id: 'a', n: 1, tags: ['x'] } } });
  return { ...site, send, get };
}

const set = (value: unknown) => [{ action: 'SET_FIELD', fieldPath: 'n', setFieldOptions: { value } }];

describe('Wix Data', () => {
  it('knows the collections of the manifest only', async () => {
    const { call } = await testSite();
    expect((await call('POST', ITEMS, { dataCollectionId: 'other', dataItem: { data: {} } })).body).toMatchObject({ details: { applicationError: { code: 'WDE0025' } } });
  });

  it.each([['error409', 409], ['silent', 200]] as const)('changes nothing when a condition fails, answering as the switch says: %s', async (failedCondition, status) => {
    const { send, get } = await withItem({ failedCondition });
    const condition = { filter: { n: 2 } };
    expect((await send('/patch', { patch: { dataItemId: 'a', fieldModifications: set(9) }, condition })).status).toBe(status);
    expect((await send('/update', { dataItem: { id: 'a', data: { n: 9 } }, condition })).status).toBe(status);
    expect((await send('/remove', { dataItemId: 'a', condition })).status).toBe(status);
    expect((await get()).body).toMatchObject({ dataItem: { data: { n: 1 } } });
    await send('/patch', { patch: { dataItemId: 'a', fieldModifications: set(9) }, condition: { filter: { n: 1 } } });
    expect((await get()).body).toMatchObject({ dataItem: { data: { n: 9 } } });
  });

  it('shows a stale copy unless the read asks for consistency', async () => {
    const { send, get, clock } = await withItem({ staleReadMs: 3_000 });
    clock.advance(5_000);
    await send('/patch', { patch: { dataItemId: 'a', fieldModifications: set(2) } });
    await send('', { dataItem: { id: 'b', data: {} } });
    expect((await get(false)).body).toMatchObject({ dataItem: { data: { n: 1 } } });
    expect((await get(true)).body).toMatchObject({ dataItem: { data: { n: 2 } } });
    expect((await send('/count', {})).body).toEqual({ totalCount: 1 });
    expect((await send('/count', { consistentRead: true })).body).toEqual({ totalCount: 2 });
    clock.advance(3_000);
    expect((await get(false)).body).toMatchObject({ dataItem: { data: { n: 2 } } });
  });

  it('replaces the whole item on update, and keeps other fields on patch', async () => {
    const { send, get } = await withItem();
    const append = { action: 'APPEND_TO_ARRAY', fieldPath: 'tags', appendToArrayOptions: { value: 'y' } };
    const drop = { action: 'REMOVE_FROM_ARRAY', fieldPath: 'tags', removeFromArrayOptions: { value: 'x' } };
    await send('/patch', { patch: { dataItemId: 'a', fieldModifications: [append, drop] } });
    expect((await get()).body).toMatchObject({ dataItem: { data: { n: 1, tags: ['y'] } } });
    await send('/update', { dataItem: { id: 'a', data: { _id: 'a', m: 2 } } });
    const data = ((await get()).body as { dataItem: { data: object } }).dataItem.data;
    expect(Object.keys(data).sort()).toEqual(['_createdDate', '_id', '_owner', '_updatedDate', 'm']);
  });

  it('refuses an item above 500 KB, whole or by way of a patch', async () => {
    const { send } = await withItem();
    const long = 'x'.repeat(513 * 1024);
    expect((await send('', { dataItem: { data: { long } } })).status).toBe(413);
    expect((await send('/patch', { patch: { dataItemId: 'a', fieldModifications: set(long) } })).status).toBe(413);
  });

  it('limits pages to 1,000 by offset and 100 by cursor, and bulks to 1,000', async () => {
    const { send } = await withItem();
    const dataItems = Array.from({ length: 1001 }, (_, index) => ({ data: { index } }));
    expect((await send('/wix-data/v2/bulk/items/insert', { dataItems })).status).toBe(400);
    expect((await send('/wix-data/v2/bulk/items/insert', { dataItems: dataItems.slice(1) })).status).toBe(200);
    expect((await send('/query', { query: { paging: { limit: 1001 } } })).status).toBe(400);
    expect((await send('/query', { query: { cursorPaging: { limit: 101 } } })).status).toBe(400);
    expect((await send('/query', { query: { paging: { limit: 1000 } } })).body).toMatchObject({ pagingMetadata: { count: 1000, hasNext: true } });
  });

  it('orders by fields and walks by cursor without missing or repeating a row', async () => {
    const { send } = await withItem();
    await send('/wix-data/v2/bulk/items/insert', { dataItems: Array.from({ length: 25 }, (_, index) => ({ id: `r${index}`, data: { group: index % 3 } })) });
    const seen: string[] = [];
    let cursorPaging: object | null = { limit: 10 };
    while (cursorPaging !== null) {
      const { body } = await send('/query', { query: { filter: { group: { $lte: 2 } }, sort: [{ fieldName: 'group', order: 'DESC' }], cursorPaging } });
      const page = body as { dataItems: { id: string }[]; pagingMetadata: { cursors: { next?: string } } };
      seen.push(...page.dataItems.map(({ id }) => id));
      const { next } = page.pagingMetadata.cursors;
      cursorPaging = next === undefined ? null : { limit: 10, cursor: next };
    }
    expect([seen.length, new Set(seen).size]).toEqual([25, 25]);
  });

  it('tells in a bulk which items failed, and does the others', async () => {
    const { send } = await withItem();
    const { body } = await send('/wix-data/v2/bulk/items/patch', { patches: [{ dataItemId: 'a', fieldModifications: set(5) }, { dataItemId: 'z', fieldModifications: set(5) }] });
    expect(body).toMatchObject({
      results: [{ action: 'PATCH', itemMetadata: { id: 'a', success: true } }, { itemMetadata: { id: 'z', originalIndex: 1, success: false, error: { code: 'WDE0073' } } }],
      bulkActionMetadata: { totalSuccesses: 1, totalFailures: 1 },
    });
  });
});
