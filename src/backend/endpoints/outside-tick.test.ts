import { describe, expect, it } from 'vitest';
import { postOutsideTick } from './outside-tick';
import { getScheduler } from './scheduler';
import { ask, connectionRow, fixture, SITE } from './testing/fixture';

const post = (token: string): Request => new Request(`https://app.example/api/tick/${token}`, { method: 'POST' });

describe('POST tick/[token]', () => {
  it('works through what is due for whoever has the address the dashboard gave out', async () => {
    const live = fixture();
    connectionRow(live);
    const { url } = await (await getScheduler(ask('sync/scheduler', { method: 'GET' }), live.deps, {})).json();
    const response = await postOutsideTick(post('x'), live.deps, { token: String(url).split('/tick/')[1] });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ drained: { links: 2, hints: 1, more: false }, run: null, waitMs: 0 });
    expect(live.drained[0]?.instanceId).toBe(SITE);
    expect(live.ticked).toHaveLength(1);
  });

  it('answers 401 to a forged token and to a webhook token, without a call', async () => {
    const live = fixture();
    connectionRow(live);
    const hookToken = await live.deps.signHookToken({ instanceId: SITE, nonce: 'nonce-now' });
    for (const token of ['', 'forged.token', hookToken]) {
      expect((await postOutsideTick(post('x'), live.deps, { token })).status).toBe(401);
    }
    expect(live.budgets).toEqual([]);
  });

  it('answers 410 to an address of an earlier connection and does no work', async () => {
    const live = fixture();
    connectionRow(live);
    const token = await live.deps.signTickToken({ instanceId: SITE, nonce: 'nonce-before' });
    expect((await postOutsideTick(post('x'), live.deps, { token })).status).toBe(410);
    expect(live.drained).toEqual([]);
  });

  it('answers 409 when nothing is connected or sync is paused', async () => {
    const live = fixture();
    const token = await live.deps.signTickToken({ instanceId: SITE, nonce: 'nonce-now' });
    expect((await postOutsideTick(post('x'), live.deps, { token })).status).toBe(409);
    connectionRow(live, { paused: true });
    expect((await postOutsideTick(post('x'), live.deps, { token })).status).toBe(409);
  });
});
