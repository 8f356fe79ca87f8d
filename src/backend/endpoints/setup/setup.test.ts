import { describe, expect, it } from 'vitest';
import { SyncError } from '../../../core/sync-error';
import type { SyncCode } from '../../../core/sync-code';
import type { Store } from '../../stores/store';
import { postConnect } from '../connect';
import { ask, connectionRow, fixture, OTHER_SITE, runRow } from '../testing/fixture';
import { productRow } from '../testing/product-row';
import type { SetupStatus, TestAnswer } from './setup-types';
import { getSetupStatus } from './status';
import { postTest } from './test-permissions';

const read = async <Answer>(response: Promise<Response>): Promise<Answer> => (await response).json() as Promise<Answer>;

describe('GET setup/status', () => {
  it('says that no store is connected, in two calls', async () => {
    const live = fixture();
    expect(await read(getSetupStatus(ask('setup/status', { method: 'GET' }), live.deps, {}))).toEqual({ kind: 'disconnected', copied: false });
    expect(live.budgets[0]?.spent).toBe(2);
  });

  it('tells what a person left unmatched from what nobody has decided yet, and counts no other site', async () => {
    const live = fixture();
    connectionRow(live);
    live.tables.put('products',
      productRow('1'), productRow('2', { choice: 'suggested', reason: 'name' }),
      productRow('3', { choice: 'left', reason: 'none', wixProductId: null }), productRow('4', { choice: 'left', reason: 'manual', wixProductId: null }),
      productRow('5', { instanceId: OTHER_SITE }));
    live.tables.put('runs', runRow({ _id: 'someone-else' }));
    const status = await read<SetupStatus>(getSetupStatus(ask('setup/status', { method: 'GET' }), live.deps, {}));
    expect(status).toMatchObject({ kind: 'connected', products: { suggested: 1, open: 1, matched: 1, left: 1 }, run: null });
    expect(JSON.stringify(status)).not.toMatch(/ck_live|cs_live|sealed/u);
  });
});

describe('POST setup/test', () => {
  async function test(failing: Partial<Record<keyof Store, SyncCode>> = {}, webhookId: string | null = '1'): Promise<readonly (readonly [string, string | null])[]> {
    const live = fixture();
    connectionRow(live, { webhookId });
    for (const [name, code] of Object.entries(failing)) live.store.failing.set(name as keyof Store, new SyncError(code));
    const { verdicts } = await read<TestAnswer>(postTest(ask('setup/test', { body: {} }), live.deps, {}));
    expect(live.budgets[0]?.spent).toBeLessThanOrEqual(5);
    return verdicts.map(({ permission, problem }) => [permission, problem?.code ?? null]);
  }

  it('tries each permission and finds nothing wrong', async () => {
    expect(await test()).toEqual([['read-reviews', null], ['read-products', null], ['write', null], ['webhook', null]]);
  });

  it('stops at keys that are refused altogether', async () => {
    expect(await test({ check: 'STORE_AUTH' })).toEqual([['read-reviews', 'STORE_AUTH']]);
  });

  it('tells keys that may only read from keys that are wrong', async () => {
    expect(await test({ revive: 'STORE_AUTH' })).toContainEqual(['write', 'STORE_FORBIDDEN']);
  });

  it('goes on after one permission that is missing', async () => {
    expect(await test({ listProducts: 'STORE_FORBIDDEN' })).toEqual([['read-reviews', null], ['read-products', 'STORE_FORBIDDEN'], ['write', null], ['webhook', null]]);
  });

  it('says when the store took no webhook', async () => {
    expect(await test({}, null)).toContainEqual(['webhook', 'STORE_REFUSED']);
  });

  it('asks for a connection first', async () => {
    const response = await postTest(ask('setup/test', { body: {} }), fixture().deps, {});
    expect([response.status, (await response.json() as { error: { code: string } }).error.code]).toEqual([409, 'NOT_CONNECTED']);
  });
});

describe('connecting with keys that may only read', () => {
  it('says so, since the same keys could read a moment before', async () => {
    const live = fixture();
    live.store.failing.set('subscribe', new SyncError('STORE_AUTH'));
    const response = await postConnect(ask('sync/connect', { body: { url: 'https://shop.example', key: 'ck', secret: 'cs' } }), live.deps, {});
    expect(await response.json()).toMatchObject({ error: { code: 'STORE_FORBIDDEN', field: 'key' } });
    expect(live.tables.all('connections')).toEqual([]);
  });
});
