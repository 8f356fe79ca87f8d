import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../../core/default-policy';
import { runRowId } from '../../core/link-id';
import { SyncError } from '../../core/sync-error';
import { postBackfill } from './backfill';
import { postConnect } from './connect';
import { postDisconnect } from './disconnect';
import { postPause } from './pause';
import { ask, connectionRow, fixture, NOW_MS, runRow, SITE } from './testing/fixture';
import { postTick } from './tick';
import { postWebhook } from './webhook';

const KEYS = { url: 'https://shop.example', key: 'ck_live', secret: 'cs_live' };

describe('POST sync/disconnect', () => {
  it('removes the webhook with the merchant’s own keys, stops the run and forgets the connection', async () => {
    const live = fixture();
    await postConnect(ask('sync/connect', { body: KEYS }), live.deps, {});
    live.run = runRow({});
    const response = await postDisconnect(ask('sync/disconnect'), live.deps, {});
    expect(await response.json()).toEqual({ webhook: 'removed' });
    expect(live.openedWith.at(-1)).toEqual(KEYS);
    expect(live.store.webhooks.size).toBe(0);
    expect(live.tables.all('connections')).toMatchObject([{ ended: true, storeUrl: KEYS.url, credentials: '', nonce: '', webhookId: null, webhookUrl: null }]);
    expect(live.run.state).toBe('paused');
  });

  it('lets a merchant leave whose store is down or whose keys cannot be opened', async () => {
    const live = fixture();
    connectionRow(live, { webhookId: '7' });
    live.store.failing.set('unsubscribe', new SyncError('STORE_UNREACHABLE'));
    expect(await (await postDisconnect(ask('sync/disconnect'), live.deps, {})).json()).toEqual({ webhook: 'left' });
    connectionRow(live, { webhookId: '7', credentials: 'sealed:bm90IG91cnM=' });
    expect(await (await postDisconnect(ask('sync/disconnect'), live.deps, {})).json()).toEqual({ webhook: 'left' });
    expect(live.tables.all('connections')).toMatchObject([{ ended: true, credentials: '' }]);
  });

  it('leaves nothing connected: every other action says so', async () => {
    const live = fixture();
    connectionRow(live);
    await postDisconnect(ask('sync/disconnect'), live.deps, {});
    for (const response of [await postTick(ask('sync/tick'), live.deps, {}), await postPause(ask('sync/pause', { body: { paused: true } }), live.deps, {}), await postWebhook(ask('sync/webhook'), live.deps, {})]) {
      expect(await response.json()).toMatchObject({ error: { code: 'NOT_CONNECTED' } });
    }
  });

  it('keeps what the owner chose for when the same store is connected again', async () => {
    const live = fixture();
    connectionRow(live, { alertBelow: 4, policy: { ...DEFAULT_POLICY, onDelete: 'keep' } });
    await postDisconnect(ask('sync/disconnect'), live.deps, {});
    await postConnect(ask('sync/connect', { body: KEYS }), live.deps, {});
    expect(live.tables.all('connections')).toMatchObject([{ ended: false, alertBelow: 4, policy: { onDelete: 'keep' } }]);
  });

  it('may be asked twice', async () => {
    expect(await (await postDisconnect(ask('sync/disconnect'), fixture().deps, {})).json()).toEqual({ webhook: 'none' });
  });
});

describe('POST sync/backfill', () => {
  it('starts, pauses and resumes, answering the run in numbers', async () => {
    const live = fixture();
    connectionRow(live);
    for (const [action, state] of [['start', 'running'], ['pause', 'paused'], ['resume', 'running']]) {
      const response = await postBackfill(ask('sync/backfill', { body: { action } }), live.deps, {});
      expect(await response.json()).toMatchObject({ run: { state, done: 1200, total: 2000, ratePerMinute: 1200 } });
    }
  });

  it('does not start without a store, nor pause what never ran', async () => {
    const { deps } = fixture();
    expect((await postBackfill(ask('sync/backfill', { body: { action: 'start' } }), deps, {})).status).toBe(409);
    expect((await postBackfill(ask('sync/backfill', { body: { action: 'pause' } }), deps, {})).status).toBe(400);
    expect((await postBackfill(ask('sync/backfill', { body: { action: 'explode' } }), deps, {})).status).toBe(400);
  });
});

describe('POST sync/tick', () => {
  it('drains first, then carries the run on, and answers both', async () => {
    const live = fixture();
    connectionRow(live);
    live.run = runRow({});
    const response = await postTick(ask('sync/tick'), live.deps, {});
    expect(await response.json()).toMatchObject({ drained: { links: 2, hints: 1, more: false }, run: { done: 1200, timeLeftMs: 40_000, updatedAtMs: NOW_MS } });
  });

  it('says what kept the store from answering', async () => {
    const live = fixture();
    connectionRow(live);
    const deps = { ...live.deps, engine: { ...live.deps.engine, tickBackfill: () => Promise.reject(new SyncError('STORE_RATE_LIMITED', { retryAfterMs: 1500 })) } };
    const response = await postTick(ask('sync/tick'), deps, {});
    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe('2');
  });
});

describe('POST sync/pause', () => {
  it('pauses and resumes', async () => {
    const live = fixture();
    connectionRow(live);
    for (const paused of [true, false]) {
      expect(await (await postPause(ask('sync/pause', { body: { paused } }), live.deps, {})).json()).toMatchObject({ connection: { paused } });
      expect(live.tables.all('connections')[0]?.paused).toBe(paused);
    }
  });
});

describe('POST sync/webhook', () => {
  it('switches a webhook on again that the store turned off', async () => {
    const live = fixture();
    await postConnect(ask('sync/connect', { body: KEYS }), live.deps, {});
    for (const webhook of live.store.webhooks.values()) webhook.status = 'off';
    expect(await (await postWebhook(ask('sync/webhook'), live.deps, {})).json()).toMatchObject({ connection: { webhookStatus: 'active' } });
    expect([...live.store.webhooks.values()].map(({ status }) => status)).toEqual(['active']);
  });

  it('begins a walk over everything when the store had been silent, on a site that has had one', async () => {
    for (const [status, earlier, state] of [['off', true, 'running'], ['off', false, undefined], ['active', true, 'done']] as const) {
      const live = fixture();
      await postConnect(ask('sync/connect', { body: KEYS }), live.deps, {});
      for (const webhook of live.store.webhooks.values()) webhook.status = status;
      if (earlier) {
        live.run = runRow({ state: 'done' });
        live.tables.put('runs', { ...live.run, _id: runRowId(SITE) });
      }
      await postWebhook(ask('sync/webhook'), live.deps, {});
      expect(live.run?.state).toBe(state);
    }
  });

  it('registers a webhook again that is gone, and one that still calls an old address of the app', async () => {
    const live = fixture();
    await postConnect(ask('sync/connect', { body: KEYS }), live.deps, {});
    live.store.webhooks.clear();
    await postWebhook(ask('sync/webhook'), live.deps, {});
    expect(live.store.webhooks.size).toBe(1);
    const moved = { ...live.deps, appOrigin: () => 'https://moved.example' };
    await postWebhook(ask('sync/webhook'), moved, {});
    expect([...live.store.webhooks.values()].map(({ url }) => new URL(url).host)).toEqual(['moved.example']);
    expect(live.tables.all('connections')[0]?.webhookUrl).toMatch(/^https:\/\/moved\.example/u);
  });
});
