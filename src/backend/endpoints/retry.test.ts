import { expect, it } from 'vitest';
import { brandId, type LinkId } from '../../core/ids';
import { postRetry } from './retry';
import { ask, connectionRow, fixture, NOW_MS, OTHER_SITE } from './testing/fixture';
import { linkRow } from './testing/link-row';

const LINK = brandId<LinkId>('link');

it('has one review looked at again with the next tick', async () => {
  const live = fixture();
  connectionRow(live, { backlogDueAtMs: null });
  live.tables.put('links', linkRow({ _id: LINK, state: 'blocked', code: 'PICTURE_FAILED', dueAtMs: null }));
  expect(await (await postRetry(ask('sync/retry', { body: { id: LINK } }), live.deps, {})).json()).toEqual({ dueAtMs: NOW_MS });
  expect(live.tables.all('links')[0]?.dueAtMs).toBe(NOW_MS);
  expect(live.tables.all('connections')[0]?.backlogDueAtMs).toBe(NOW_MS);
});

it("answers a coded 400 to a review it does not know, as it does to another site's", async () => {
  const live = fixture();
  connectionRow(live);
  live.tables.put('links', linkRow({ _id: LINK, instanceId: OTHER_SITE, dueAtMs: null }));
  const response = await postRetry(ask('sync/retry', { body: { id: LINK } }), live.deps, {});
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ error: { code: 'INPUT_INVALID', field: 'id' } });
  expect(live.tables.all('links')[0]?.dueAtMs).toBeNull();
});

it('is refused while no store is connected', async () => {
  expect((await postRetry(ask('sync/retry', { body: { id: 'a' } }), fixture().deps, {})).status).toBe(409);
});
