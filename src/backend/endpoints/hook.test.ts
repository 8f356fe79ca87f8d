import { describe, expect, it, vi } from 'vitest';
import { SyncError } from '../../core/sync-error';
import type { Engine } from './engine';
import { receiveDelivery } from './hook';
import { connectionRow, fixture, OTHER_SITE, signBody, SITE, type Fixture } from './testing/fixture';

const BODY = JSON.stringify({ action: 'woocommerce_update_product', arg: '10' });

interface Sent {
  readonly nonce?: string;
  /** What the store signed. */
  readonly body?: string;
  /** What arrived, when it is not that. */
  readonly sent?: string;
  readonly instanceId?: typeof SITE;
}

async function delivery(live: Fixture, { nonce = 'nonce-now', body = BODY, sent, instanceId = SITE }: Sent = {}): Promise<{ request: Request; token: string }> {
  const token = await live.deps.signHookToken({ instanceId, nonce });
  const signature = signBody(body, await live.deps.storeWebhookSecret(token));
  return { token, request: new Request(`https://app.example/api/hooks/${token}`, { method: 'POST', body: sent ?? body, headers: { 'x-signature': signature } }) };
}

describe('POST hooks/[token]', () => {
  it('has the mark on record before it drains and answers', async () => {
    const live = fixture();
    connectionRow(live);
    const { request, token } = await delivery(live);
    const response = await receiveDelivery(request, live.deps, { token });
    expect(response.status).toBe(200);
    expect(live.hints).toEqual([{ instanceId: SITE, productId: '10', drainsBefore: 0 }]);
    expect(live.drained).toHaveLength(1);
  });

  it('answers 401 to a token it did not sign, without a call', async () => {
    const live = fixture();
    const { request, token } = await delivery(live);
    for (const forged of ['', 'nonsense', `${token}x`, token.replace(/^./u, 'Z')]) {
      const response = await receiveDelivery(request.clone(), live.deps, { token: forged });
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ error: { code: 'TOKEN_INVALID' } });
    }
    expect(live.budgets).toEqual([]);
  });

  it('answers 401 to a body that is not the signed one, byte for byte', async () => {
    const live = fixture();
    connectionRow(live);
    for (const sent of [BODY.replace('10', '11'), ` ${BODY}`, JSON.stringify(JSON.parse(BODY), null, 1)]) {
      const { request, token } = await delivery(live, { sent });
      const response = await receiveDelivery(request, live.deps, { token });
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ error: { code: 'SIGNATURE_INVALID' } });
    }
    expect(live.budgets).toEqual([]);
    expect(live.hints).toEqual([]);
  });

  it("does not take one site's signature for another's", async () => {
    const live = fixture();
    connectionRow(live);
    connectionRow(live, { instanceId: OTHER_SITE });
    const mine = await delivery(live);
    const theirs = await delivery(live, { instanceId: OTHER_SITE });
    expect((await receiveDelivery(mine.request, live.deps, { token: theirs.token })).status).toBe(401);
    expect(live.hints).toEqual([]);
  });

  it('answers 200 to the unsigned ping, without a call', async () => {
    const live = fixture();
    const { request, token } = await delivery(live, { sent: 'webhook_id=7' });
    expect((await receiveDelivery(request, live.deps, { token })).status).toBe(200);
    expect(live.budgets).toEqual([]);
  });

  it('answers 200 to a genuine delivery it has no use for', async () => {
    const live = fixture();
    const { request, token } = await delivery(live, { body: '{"action":"other"}' });
    expect((await receiveDelivery(request, live.deps, { token })).status).toBe(200);
    expect(live.hints).toEqual([]);
  });

  it('answers 410 to an address of an earlier connection, or of none, and marks nothing', async () => {
    const live = fixture();
    const none = await delivery(live);
    expect((await receiveDelivery(none.request, live.deps, { token: none.token })).status).toBe(410);
    connectionRow(live);
    const stale = await delivery(live, { nonce: 'nonce-before' });
    expect((await receiveDelivery(stale.request, live.deps, { token: stale.token })).status).toBe(410);
    expect(live.hints).toEqual([]);
  });

  it('remembers, but does not work, while sync is paused', async () => {
    const live = fixture();
    connectionRow(live, { paused: true });
    const { request, token } = await delivery(live);
    expect((await receiveDelivery(request, live.deps, { token })).status).toBe(200);
    expect(live.hints).toHaveLength(1);
    expect(live.drained).toEqual([]);
  });

  it('answers 413 to more than 64 KB without reading to the end', async () => {
    const live = fixture();
    const { token } = await delivery(live);
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({ pull: (controller) => { pulled += 1; controller.enqueue(new Uint8Array(16_384)); } });
    const request = new Request('https://app.example/api/hooks/x', { method: 'POST', body: endless, duplex: 'half' } as RequestInit);
    const response = await receiveDelivery(request, live.deps, { token });
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ error: { code: 'INPUT_INVALID', field: 'body' } });
    expect(pulled).toBeLessThan(10);
  });

  it('answers 200 once the mark is on record, even when the work after it fails', async () => {
    const live = fixture();
    connectionRow(live);
    vi.spyOn(console, 'error').mockReturnValue();
    const deps = { ...live.deps, engine: { ...live.deps.engine, followHint: () => Promise.reject(new Error('down')) } };
    const { request, token } = await delivery(live);
    expect((await receiveDelivery(request, deps, { token })).status).toBe(200);
    expect(live.hints).toHaveLength(1);
  });

  it('does not answer 2xx when the mark could not be put on record', async () => {
    const live = fixture();
    connectionRow(live);
    vi.spyOn(console, 'error').mockReturnValue();
    const deps = { ...live.deps, engine: { ...live.deps.engine, receiveHint: () => Promise.reject(new Error('down')) } };
    const { request, token } = await delivery(live);
    expect((await receiveDelivery(request, deps, { token })).status).toBe(500);
  });

  it('lets the store wait while the site’s quota is spent, and loses nothing', async () => {
    const live = fixture();
    connectionRow(live);
    let tries = 0;
    const receiveHint: Engine['receiveHint'] = (...given) => {
      tries += 1;
      return tries < 4 ? Promise.reject(new SyncError('WIX_RATE_LIMITED')) : live.deps.engine.receiveHint(...given);
    };
    const { request, token } = await delivery(live);
    const response = await receiveDelivery(request, { ...live.deps, engine: { ...live.deps.engine, receiveHint } }, { token });
    expect(response.status).toBe(200);
    expect(live.hints).toHaveLength(1);
    expect(live.waits).toEqual([1_000, 3_000, 8_000]);
  });

  it('does not wait for what waiting cannot mend, nor for ever', async () => {
    const live = fixture();
    connectionRow(live);
    for (const [code, waits] of [['WIX_FORBIDDEN', 0], ['WIX_RATE_LIMITED', 4]] as const) {
      live.waits.length = 0;
      const { request, token } = await delivery(live);
      const deps = { ...live.deps, engine: { ...live.deps.engine, receiveHint: () => Promise.reject(new SyncError(code)) } };
      expect((await receiveDelivery(request, deps, { token })).ok).toBe(false);
      expect(live.waits).toHaveLength(waits);
    }
  });

  it('leaves what a walk wrote to the walk, and follows it again as soon as the walk is over', async () => {
    const live = fixture();
    connectionRow(live);
    const receiveHint: Engine['receiveHint'] = async (...given) => {
      const { row } = await live.deps.engine.receiveHint(...given);
      return { row: { ...row, heldUntilMs: live.deps.clock.nowMs() + 1 }, owned: false };
    };
    for (const [walking, followed] of [[true, 0], [false, 1]] as const) {
      connectionRow(live, { walking });
      const { request, token } = await delivery(live);
      const response = await receiveDelivery(request, { ...live.deps, engine: { ...live.deps.engine, receiveHint } }, { token });
      expect(response.status).toBe(200);
      expect(live.drained).toHaveLength(followed);
    }
  });

  it('answers another method with a coded 405', async () => {
    const response = await receiveDelivery(new Request('https://app.example/api/hooks/x'), fixture().deps, { token: 'x' });
    expect(response.status).toBe(405);
  });
});
