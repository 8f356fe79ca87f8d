import { describe, expect, it } from 'vitest';
import { postOutsideTick } from './outside-tick';
import { getScheduler } from './scheduler';
import { ask, connectionRow, fixture, SITE, type Fixture } from './testing/fixture';

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

  describe('by a scheduler that comes again and again', () => {
    async function loop(live: Pick<Fixture, 'deps'>, times: number): Promise<readonly Response[]> {
      const token = await live.deps.signTickToken({ instanceId: SITE, nonce: 'nonce-now' });
      const answers: Response[] = [];
      for (let turn = 0; turn < times; turn += 1) answers.push(await postOutsideTick(post('x'), live.deps, { token }));
      return answers;
    }
    const spent = ({ budgets }: Fixture): number => [...new Set(budgets)].reduce((sum, budget) => sum + budget.spent, 0);

    it('leaves a part of the site\'s quota to what people wait for, however often it asks', async () => {
      const live = fixture();
      connectionRow(live);
      const answers = await loop(live, 1_000);
      expect(spent(live)).toBeGreaterThan(100);
      expect(spent(live)).toBeLessThanOrEqual(150);
      const last = answers.at(-1) ?? expect.fail('Expected an answer');
      expect(last.status).toBe(429);
      expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
    });

    it('is served again when the minute is over', async () => {
      const live = fixture();
      connectionRow(live);
      await loop(live, 1_000);
      const later = { ...live.deps, clock: { nowMs: () => live.deps.clock.nowMs() + 60_000 } };
      expect((await loop({ deps: later }, 1))[0]?.status).toBe(200);
    });

    it('pays for what it took and not for what it might have taken', async () => {
      const live = fixture();
      connectionRow(live);
      const answers = await loop(live, 20);
      expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200));
    });

    it('is held to it with an address of an earlier connection as well', async () => {
      const live = fixture();
      connectionRow(live, { nonce: 'another' });
      await loop(live, 1_000);
      expect(spent(live)).toBeLessThanOrEqual(150);
    });
  });
});
