import { describe, expect, it } from 'vitest';
import { SyncError } from '../../core/sync-error';
import type { SyncCode } from '../../core/sync-code';
import { postConnect } from './connect';
import { storeProduct } from './testing/fake-store';
import { ask, connectionRow, fixture, SITE, wixProduct } from './testing/fixture';

const KEYS = { url: 'https://shop.example/', key: 'ck_live_123', secret: 'cs_live_456' };

describe('POST sync/connect', () => {
  it('keeps the connection with sealed keys and a webhook whose address and secret belong to this site', async () => {
    const live = fixture();
    const response = await postConnect(ask('sync/connect', { body: KEYS }), live.deps, {});
    expect(response.status).toBe(200);
    const [row] = live.tables.all('connections');
    expect(row).toMatchObject({ instanceId: SITE, storeUrl: 'https://shop.example', storeName: 'Corner Shop', nonce: 'nonce-1', webhookStatus: 'active', paused: false });
    const [webhook] = live.store.webhooks.values();
    const token = webhook?.url.replace('https://app.example/api/hooks/', '') ?? '';
    expect(await live.deps.readHookToken(token)).toEqual({ instanceId: SITE, nonce: 'nonce-1' });
    expect(webhook?.secret).toBe(await live.deps.storeWebhookSecret(token));
  });

  it('never keeps nor answers the keys in the clear', async () => {
    const live = fixture();
    const text = await (await postConnect(ask('sync/connect', { body: KEYS }), live.deps, {})).text();
    for (const secret of [KEYS.key, KEYS.secret]) {
      expect(text).not.toContain(secret);
      expect(JSON.stringify(live.tables.all('connections'))).not.toContain(secret);
    }
  });

  it.each<SyncCode>(['STORE_UNREACHABLE', 'STORE_TIMEOUT', 'STORE_NOT_RECOGNISED', 'STORE_AUTH', 'STORE_FORBIDDEN'])('keeps nothing when the live check ends in %s, and says so', async (code) => {
    const live = fixture();
    live.store.failing.set('check', new SyncError(code));
    const response = await postConnect(ask('sync/connect', { body: KEYS }), live.deps, {});
    expect(response.ok).toBe(false);
    expect(await response.json()).toMatchObject({ error: { code } });
    expect(live.tables.all('connections')).toEqual([]);
    expect(live.store.webhooks.size).toBe(0);
  });

  it('refuses keys that may not write', async () => {
    const live = fixture();
    live.store.failing.set('subscribe', new SyncError('STORE_FORBIDDEN'));
    const response = await postConnect(ask('sync/connect', { body: KEYS }), live.deps, {});
    expect(response.status).toBe(422);
    expect(live.tables.all('connections')).toEqual([]);
  });

  it('connects a store that takes no webhooks, and says that it is not live', async () => {
    const live = fixture();
    live.store.failing.set('subscribe', new SyncError('STORE_REFUSED'));
    const response = await postConnect(ask('sync/connect', { body: KEYS }), live.deps, {});
    expect(await response.json()).toMatchObject({ connection: { webhookStatus: 'missing' } });
  });

  it.each([
    [{ ...KEYS, url: '' }, 'url'],
    [{ ...KEYS, key: '   ' }, 'key'],
    [{ ...KEYS, secret: 5 }, 'secret'],
    [{ url: KEYS.url, key: KEYS.key }, 'secret'],
    [{ ...KEYS, key: 'k'.repeat(300) }, 'key'],
  ])('names the field at fault by shape, not by value: %j', async (body, field) => {
    const response = await postConnect(ask('sync/connect', { body }), fixture().deps, {});
    expect(response.status).toBe(400);
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({ error: { code: 'INPUT_INVALID', field } });
    expect(text).not.toContain('cs_live_456');
  });

  it('renews the keys of the same store, and takes the old webhook away', async () => {
    const live = fixture();
    await postConnect(ask('sync/connect', { body: KEYS }), live.deps, {});
    const response = await postConnect(ask('sync/connect', { body: { ...KEYS, key: 'ck_new' } }), live.deps, {});
    expect(response.status).toBe(200);
    expect(live.tables.all('connections')).toHaveLength(1);
    expect([...live.store.webhooks.keys()]).toEqual(['2']);
    expect(live.tables.all('connections')[0]?.nonce).toBe('nonce-2');
  });

  it('keeps a pause and the day of connecting when keys are renewed', async () => {
    const live = fixture();
    connectionRow(live, { paused: true, connectedAt: '2026-01-02T00:00:00.000Z' });
    await postConnect(ask('sync/connect', { body: { ...KEYS, key: 'ck_new' } }), live.deps, {});
    expect(live.tables.all('connections')[0]).toMatchObject({ paused: true, connectedAt: '2026-01-02T00:00:00.000Z' });
  });

  it('does not swap the store under the links of another one', async () => {
    const live = fixture();
    connectionRow(live, { storeUrl: 'https://first.example' });
    const response = await postConnect(ask('sync/connect', { body: KEYS }), live.deps, {});
    expect(await response.json()).toMatchObject({ error: { code: 'INPUT_INVALID', field: 'url' } });
    expect(live.tables.all('connections')[0]?.storeUrl).toBe('https://first.example');
  });

  it('leaves no webhook behind when the row cannot be written', async () => {
    const live = fixture();
    live.tables.saveFailure = new SyncError('STORAGE_NOT_READY');
    const response = await postConnect(ask('sync/connect', { body: KEYS }), live.deps, {});
    expect(response.status).toBe(503);
    expect(live.store.webhooks.size).toBe(0);
  });

  it('matches the products right away', async () => {
    const live = fixture();
    live.store.products = [storeProduct('1', 'Red Mug', 'MUG-1'), storeProduct('2', 'Left Alone', 'ZZZ')];
    live.wixProducts.push(wixProduct('w1', 'Red Mug', 'MUG-1'));
    const response = await postConnect(ask('sync/connect', { body: KEYS }), live.deps, {});
    expect(await response.json()).toMatchObject({ match: { compared: 2, accepted: 1, next: null } });
    expect(live.tables.all('products').map(({ storeProductId, wixProductId }) => [storeProductId, wixProductId])).toEqual([['1', 'w1'], ['2', null]]);
  });

  it('is connected even when the products cannot be listed now', async () => {
    const live = fixture();
    live.store.failing.set('listProducts', new SyncError('STORE_TIMEOUT'));
    const response = await postConnect(ask('sync/connect', { body: KEYS }), live.deps, {});
    expect(await response.json()).toMatchObject({ connection: { storeName: 'Corner Shop' }, match: null });
  });
});
