import { describe, expect, it } from 'vitest';
import { brandId, type LinkId, type StoreReviewId, type WixReviewId } from '../../core/ids';
import { originRowId, runRowId } from '../../core/link-id';
import type { LinkRow, LinkState } from '../sync/tables';
import { getStatus } from './status';
import { ask, connectionRow, fixture, NOW_MS, OTHER_SITE, runRow, SITE, type Fixture } from './testing/fixture';
import { linkRow } from './testing/link-row';

const read = async (live: Fixture, version?: string): Promise<Record<string, unknown>> =>
  (await getStatus(ask(`sync/status${version === undefined ? '' : `?version=${encodeURIComponent(version)}`}`, { method: 'GET' }), live.deps, {})).json();

function links(live: Fixture, count: number, state: LinkState, change: Partial<LinkRow> = {}): void {
  for (let n = 0; n < count; n += 1) {
    live.tables.put('links', linkRow({ _id: brandId<LinkId>(`${state}-${n}`), state, lastAtMs: NOW_MS - n, ...change }));
  }
}

describe('GET sync/status', () => {
  it('says so in two calls when no store is connected', async () => {
    const live = fixture();
    expect(await read(live)).toEqual({ kind: 'disconnected', copied: false });
    expect(live.budgets[0]?.spent).toBe(2);
  });

  it('says of a duplicated site that it is one', async () => {
    const live = fixture();
    live.tables.put('origins', { _id: originRowId(SITE), instanceId: SITE, originInstanceId: OTHER_SITE });
    expect(await read(live)).toEqual({ kind: 'disconnected', copied: true });
  });

  it('counts every state, outcome and choice of product within 15 calls', async () => {
    const live = fixture();
    connectionRow(live);
    links(live, 3, 'in-step', { outcome: 'matched' });
    links(live, 2, 'blocked', { code: 'RATING_MISSING' });
    expect(await read(live)).toMatchObject({
      kind: 'connected',
      counts: { 'in-step': 3, waiting: 0, skipped: 0, unmatched: 0, blocked: 2, gone: 0 },
      outcomes: { matched: 3, 'created-on-wix': 0, 'created-in-store': 0 },
      products: { accepted: 0, suggested: 0, left: 0 },
      run: null,
    });
    expect(live.budgets[0]?.spent).toBeLessThanOrEqual(15);
  });

  it('lists the last 20 events, newest first, with a sentence for each code', async () => {
    const live = fixture();
    connectionRow(live);
    links(live, 30, 'blocked', { code: 'RATING_MISSING', wixReviewId: brandId<WixReviewId>('r'), storeReviewId: brandId<StoreReviewId>('s') });
    const { events } = await read(live);
    expect(events).toHaveLength(20);
    expect(events).toMatchObject([{ id: 'blocked-0', sentence: expect.stringMatching(/./u) }, { id: 'blocked-1' }, ...Array.from({ length: 18 }, () => ({}))]);
  });

  it('never answers keys, the nonce or the webhook address', async () => {
    const live = fixture();
    connectionRow(live, { credentials: 'sealed:AAAA', webhookUrl: 'https://app.example/api/hooks/TOKEN', nonce: 'a-long-secret-nonce' });
    const text = JSON.stringify(await read(live));
    for (const secret of ['sealed', 'AAAA', 'TOKEN', 'a-long-secret-nonce', 'ck_live']) expect(text).not.toContain(secret);
  });

  it('takes 3 calls while nothing happened since, and still tells how the run goes', async () => {
    const live = fixture();
    connectionRow(live);
    links(live, 2, 'in-step');
    live.tables.put('runs', runRow({ _id: runRowId(SITE) }));
    const { version } = await read(live);
    live.tables.put('runs', runRow({ _id: runRowId(SITE), storeDone: 300, updatedAtMs: NOW_MS + 1 }));
    expect(await read(live, String(version))).toMatchObject({ kind: 'unchanged', run: { done: 1300 } });
    expect(live.budgets[1]?.spent).toBe(3);
  });

  it('answers everything again once something happened', async () => {
    const live = fixture();
    connectionRow(live);
    const { version } = await read(live);
    links(live, 1, 'waiting');
    expect(await read(live, String(version))).toMatchObject({ kind: 'connected', counts: { waiting: 1 } });
  });
});
