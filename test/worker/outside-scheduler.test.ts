import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { betweenShops } from '../support/between-shops';
import type { PairOfShops } from '../support/pair-of-shops';

const CALLS_A_MINUTE = 150;
/** What the platform itself asks in an invocation: no work of ours. */
const PLATFORM = /\/oauth2\/|\/otel-collector\//u;
const schedulerShape = z.object({ url: z.url() });

let shops: PairOfShops;

betweenShops((both) => { shops = both; }, { products: 1 });

/** Comes again and again at the given address, until it is told to wait. */
async function untilTold(come: () => Promise<Response>): Promise<{ readonly answered: number; readonly told: Response }> {
  for (let answered = 0; answered <= CALLS_A_MINUTE; answered += 1) {
    const response = await come();
    if (response.status !== 200) return { answered, told: response };
  }
  return expect.fail('Expected to be told to wait');
}

/** What the invocations at the scheduler's address asked of the two shops. */
async function asked(): Promise<number> {
  const ids = new Set((await shops.sandbox.invocations()).filter(({ path }) => path.startsWith('/api/tick/')).map(({ id }) => id));
  return (await shops.sandbox.calls()).filter(({ invocation, url }) => invocation !== null && ids.has(invocation) && !PLATFORM.test(url)).length;
}

describe('a scheduler outside that comes again and again', () => {
  it('may use up a minute\'s share, is told when to come again without a call, and is answered then; nobody else is held', async () => {
    const { pathname } = new URL(schedulerShape.parse(await shops.get('sync/scheduler')).url);
    const come = (): Promise<Response> => fetch(shops.sandbox.url + pathname, { method: 'POST' });
    await shops.sandbox.clearLog();
    const { answered, told } = await untilTold(come);
    const used = await asked();
    expect(answered).toBeGreaterThan(10);
    expect(used).toBeGreaterThan(CALLS_A_MINUTE - 20);
    expect(used).toBeLessThanOrEqual(CALLS_A_MINUTE);
    expect(told.status).toBe(429);
    expect(await told.json()).toMatchObject({ error: { code: 'WIX_RATE_LIMITED', sentence: 'Wix asked for a pause, and changes go on after it.' } });
    const seconds = Number(told.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);

    expect(await shops.post('sync/tick', {})).toMatchObject({ run: null });
    await shops.sandbox.writeOnWix(shops.product, shops.somebody('Not held up.'));
    await shops.sandbox.settle();
    expect(await shops.inStore('Not held up.')).toBeDefined();
    expect((await come()).status).toBe(429);
    expect(await asked()).toBe(used);

    await shops.sandbox.timePasses(seconds * 1_000);
    expect((await come()).status).toBe(200);
  });
});
