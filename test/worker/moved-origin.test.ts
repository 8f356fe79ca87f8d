import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { startSandbox, type RunningSandbox } from '../support/start-sandbox';

const webhooksShape = z.array(z.object({ deliveryUrl: z.url(), status: z.string() }));
const connectedShape = z.object({ connection: z.object({ webhookStatus: z.string() }) });

let before: RunningSandbox;
let after: RunningSandbox;

beforeAll(async () => {
  before = await startSandbox({ switches: { quota: 'off' } });
  await before.kill9();
  // Another port is another origin: the app is reached somewhere else from now on.
  after = await startSandbox({ switches: { quota: 'off' }, stateDir: before.stateDir });
});

afterAll(async () => {
  await after.stop();
  rmSync(before.stateDir, { recursive: true, force: true });
});

const webhooks = async (): Promise<readonly z.output<typeof webhooksShape>[number][]> => webhooksShape.parse(await after.store.call('webhooks'));
const originsOf = async (): Promise<readonly string[]> => (await webhooks()).map(({ deliveryUrl }) => new URL(deliveryUrl).origin);

it('a store that calls where the app no longer is gets the new address, once, and the old one is gone', async () => {
  expect(await originsOf()).toEqual([before.url]);
  const token = await after.token('USER');
  for (const time of ['first', 'again']) {
    const answer = await after.endpoint('sync/webhook', token, {});
    expect([time, connectedShape.parse(await answer.json()).connection.webhookStatus]).toEqual([time, 'active']);
    expect(await originsOf()).toEqual([after.url]);
  }
});

it('and is heard there', async () => {
  const product = await after.quietProduct();
  await after.warmUp(product);
  expect((await webhooks()).map(({ status }) => status)).toEqual(['active']);
  expect((await after.invocations()).some(({ path, status }) => path.startsWith('/api/hooks/') && status === 200)).toBe(true);
}, 60_000);
