import { createHmac, createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startSandbox, type RunningSandbox } from '../support/start-sandbox';
import { reviewCreated, tampered } from '../support/wix-event';

const manifestShape = z.object({
  components: z.array(z.object({ compData: z.object({ webhook: z.object({ webhookSlug: z.string(), callbackUrl: z.url() }).optional() }) })),
});

let sandbox: RunningSandbox;
let address: string;

beforeAll(async () => {
  sandbox = await startSandbox();
  address = sandbox.url + callbackPath('wix.reviews.v1.review_created');
});

afterAll(async () => {
  await sandbox.stop();
});

beforeEach(async () => {
  await sandbox.settle();
  await sandbox.clearLog();
});

function callbackPath(slug: string): string {
  const manifest = manifestShape.parse(JSON.parse(readFileSync(new URL('../../dist/_wix/app-manifest.json', import.meta.url), 'utf8')));
  const webhook = manifest.components.map(({ compData }) => compData.webhook).find((each) => each?.webhookSlug === slug);
  if (webhook === undefined) throw new Error(`The manifest has no webhook for ${slug}`);
  return new URL(webhook.callbackUrl).pathname;
}

const post = (body: string, type = 'text/plain'): Promise<Response> =>
  fetch(address, { method: 'POST', body, headers: { 'content-type': type } });

const signed = async (claims: Record<string, unknown>): Promise<string> => z.string().parse(await sandbox.host.call('sign', claims));

/** What an attacker could bring about: anything but a look at the key. */
async function expectNothingHappened(response: Response): Promise<void> {
  expect(response.ok).toBe(false);
  await sandbox.settle();
  expect((await sandbox.calls()).filter(({ url }) => !url.includes('otel') && !url.includes('telemetry') && !url.includes('frog.'))).toEqual([]);
}

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('an event signed by Wix', () => {
  it.each(['text/plain', 'application/json', 'application/x-www-form-urlencoded'])('is taken as %s', async (type) => {
    expect((await post(await signed(reviewCreated({ instanceId: await sandbox.instanceId() })), type)).status).toBe(200);
  });

  it('for a site without a store does nothing beyond looking that up', async () => {
    const other = await sandbox.addSite('A shop without a store');
    await sandbox.settle();
    await sandbox.clearLog();
    expect((await post(await signed(reviewCreated({ instanceId: other })))).status).toBe(200);
    const calls = await sandbox.calls();
    expect(calls.filter(({ kind, side }) => kind === 'write' || side === 'store')).toEqual([]);
  });

  it('of a review that is gone again is accepted and makes nothing', async () => {
    const before = (await sandbox.storeReviews()).length;
    expect((await post(await signed(reviewCreated({ instanceId: await sandbox.instanceId() })))).status).toBe(200);
    await sandbox.settle();
    expect(await sandbox.storeReviews()).toHaveLength(before);
  });
});

describe('an event nobody at Wix signed', () => {
  it('is refused when another key signed it', async () => {
    const unsigned = `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode(reviewCreated({ instanceId: await sandbox.instanceId() }))}`;
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const key = createPrivateKey(privateKey.export({ type: 'pkcs8', format: 'pem' }));
    await expectNothingHappened(await post(`${unsigned}.${sign('RSA-SHA256', Buffer.from(unsigned), key).toString('base64url')}`));
  });

  it('is refused when it was changed on the way', async () => {
    await expectNothingHappened(await post(tampered(await signed(reviewCreated({ instanceId: await sandbox.instanceId() })))));
  });

  it('is refused when it is signed with a shared secret instead of a key', async () => {
    const unsigned = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(reviewCreated({ instanceId: await sandbox.instanceId() }))}`;
    await expectNothingHappened(await post(`${unsigned}.${createHmac('sha256', 'guess').update(unsigned).digest('base64url')}`));
  });

  it('is refused when it claims to need no signature', async () => {
    await expectNothingHappened(await post(`${encode({ alg: 'none', typ: 'JWT' })}.${encode(reviewCreated({ instanceId: await sandbox.instanceId() }))}.`));
  });

  it.each(['', 'not-a-jwt', '{}'])('is refused when it is %j', async (body) => {
    await expectNothingHappened(await post(body));
  });
});

describe('an event that Wix signed for another time or place', () => {
  it('is refused when it has expired', async () => {
    await expectNothingHappened(await post(await signed(reviewCreated({ instanceId: await sandbox.instanceId(), expiresInS: -60 }))));
  });

  it('is refused at the address of another event', async () => {
    const claims = reviewCreated({ instanceId: await sandbox.instanceId(), eventType: 'wix.reviews.v1.review_deleted' });
    expect((await post(await signed(claims))).ok).toBe(false);
    await sandbox.settle();
    // The platform fetches the app's own token first; that is all.
    expect((await sandbox.calls()).filter(({ kind }) => kind !== 'own')).toEqual([]);
  });
});
