import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startSandbox, type RunningSandbox } from '../support/start-sandbox';

const webhooksShape = z.array(z.object({ deliveryUrl: z.url(), status: z.string(), topic: z.string() }));

let sandbox: RunningSandbox;
let address: string;

beforeAll(async () => {
  sandbox = await startSandbox();
  const [webhook] = webhooksShape.parse(await sandbox.store.call('webhooks'));
  if (webhook === undefined) throw new Error('Expected connecting to have registered a webhook');
  address = webhook.deliveryUrl;
});

afterAll(async () => {
  await sandbox.stop();
});

beforeEach(async () => {
  await sandbox.settle();
  await sandbox.clearLog();
});

function deliver(url: string, headers: Readonly<Record<string, string>>, body: string): Promise<Response> {
  return fetch(url, { method: 'POST', headers, body });
}

const product = JSON.stringify({ id: 201, name: 'x' });
const headers = { 'content-type': 'application/json', 'x-wc-webhook-topic': 'product.updated', 'x-wc-webhook-resource': 'product', 'x-wc-webhook-event': 'updated' };

async function touchedShops(): Promise<number> {
  await sandbox.settle();
  return (await sandbox.calls()).filter(({ kind, side }) => kind !== 'own' || side === 'store').length;
}

describe('the address the store delivers to', () => {
  it('answers its ping, which is a form without a signature', async () => {
    const response = await deliver(address, { 'content-type': 'application/x-www-form-urlencoded' }, 'webhook_id=1');
    expect(response.status).toBe(200);
  });

  it('refuses a delivery without a signature', async () => {
    expect((await deliver(address, headers, product)).status).toBe(401);
    expect(await touchedShops()).toBe(0);
  });

  it('refuses a delivery that somebody else signed', async () => {
    const signature = createHmac('sha256', 'a guess').update(product).digest('base64');
    expect((await deliver(address, { ...headers, 'x-wc-webhook-signature': signature }, product)).status).toBe(401);
    expect(await touchedShops()).toBe(0);
  });

  it('is nobody else’s: an address made up or changed is refused', async () => {
    const token = address.slice(address.lastIndexOf('/') + 1);
    const changed = (token.startsWith('A') ? 'B' : 'A') + token.slice(1);
    for (const made of [changed, 'x', `${token}x`]) {
      expect((await deliver(`${sandbox.url}/api/hooks/${made}`, headers, product)).status).toBe(401);
    }
    expect(await touchedShops()).toBe(0);
  });

  it('takes nothing but POST', async () => {
    expect((await fetch(address)).ok).toBe(false);
  });
});
