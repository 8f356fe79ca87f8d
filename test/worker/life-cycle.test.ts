import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { SharedProduct, WixReview } from '../support/sandbox-client';
import { startSandbox, type RunningSandbox } from '../support/start-sandbox';
import { reviewErased } from '../support/wix-event';

const manifestShape = z.object({
  components: z.array(z.object({ compData: z.object({ webhook: z.object({ webhookSlug: z.string(), callbackUrl: z.url() }).optional() }) })),
});

let sandbox: RunningSandbox;
let token: string;
let product: SharedProduct;

beforeAll(async () => {
  sandbox = await startSandbox({ switches: { quota: 'off' } });
  token = await sandbox.token('USER');
  product = await sandbox.quietProduct();
  await sandbox.warmUp(product);
});

afterAll(async () => {
  await sandbox.stop();
});

async function deliver(claims: Record<string, unknown>): Promise<number> {
  const manifest = manifestShape.parse(JSON.parse(readFileSync(new URL('../../dist/_wix/app-manifest.json', import.meta.url), 'utf8')));
  const webhook = manifest.components.map(({ compData }) => compData.webhook).find((each) => each?.webhookSlug === 'wix.reviews.v1.review_deleted');
  const path = new URL(webhook?.callbackUrl ?? expect.fail('Expected a webhook for deletions')).pathname;
  const jwt = z.string().parse(await sandbox.host.call('sign', claims));
  return (await fetch(sandbox.url + path, { method: 'POST', body: jwt, headers: { 'content-type': 'text/plain' } })).status;
}

/** What the app's list says about the product's reviews. */
async function listed(): Promise<string> {
  return (await sandbox.endpoint(`sync/links?q=${encodeURIComponent(product.name)}`, token)).text();
}

async function written(name: string): Promise<WixReview> {
  await sandbox.writeOnWix(product, { name, email: `${name.toLowerCase()}@example.com`, rating: 1, text: `${name} was not pleased at all.` });
  await sandbox.settle();
  return (await sandbox.wixReviews()).find(({ author }) => author.authorName === name) ?? expect.fail('Expected the review on Wix');
}

describe('a person who asked Wix to forget them', () => {
  it('has no review in the store’s list, no row and no item in the inbox any more; somebody else keeps theirs', async () => {
    const review = await written('Petra');
    await written('Quentin');
    const rows = (await listed()).split('"id"').length;
    await sandbox.wix.call('remove', review.id);
    expect(await deliver(reviewErased(await sandbox.instanceId(), review))).toBe(200);
    const authors = (await sandbox.storeReviews()).filter(({ status }) => status !== 'trash').map(({ author }) => author);
    expect(authors).not.toContain('Petra');
    expect(authors).toContain('Quentin');
    expect((await listed()).split('"id"')).toHaveLength(rows - 1);
    const inbox = await (await sandbox.endpoint('inbox/items', token)).text();
    expect(inbox).not.toContain(review.id);
    expect(inbox).toContain('"rating":1');
  });
});

async function storeCalls(at: RunningSandbox): Promise<string[]> {
  return (await at.calls()).filter(({ side }) => side === 'store').map(({ method, url, status }) => `${method} ${new URL(url).pathname.replace(/\d+$/u, 'N')} ${String(status)}`);
}

describe.each(['copied', 'left'])('a duplicated site, the app’s rows being %s', (duplicatedRows) => {
  it('says that it is a copy, and neither it nor its removal touches the store or the original', async () => {
    const shops = await startSandbox({ switches: { quota: 'off', duplicatedRows, tokensAfterRemoval: 'granted' } });
    const owner = await shops.token('USER');
    const shared = await shops.quietProduct();
    await shops.warmUp(shared);
    const before = z.object({ connection: z.unknown() }).parse(await (await shops.endpoint('sync/status', owner)).json()).connection;
    await shops.clearLog();
    const copy = z.string().parse(await shops.host.call('duplicateSite'));
    await shops.settle();
    const copyOwner = await shops.token('USER', copy);
    for (const path of ['sync/status', 'setup/status']) {
      expect(await (await shops.endpoint(path, copyOwner)).json(), path).toEqual({ kind: 'disconnected', copied: true });
    }
    expect((await shops.endpoint('sync/tick', copyOwner, {})).status).toBeGreaterThanOrEqual(400);
    await shops.host.call('removeApp', copy);
    await shops.settle();
    expect(await storeCalls(shops)).toEqual([]);
    expect((await shops.invocations()).filter(({ path, status }) => path.startsWith('/_wix/') && status !== 200)).toEqual([]);

    await shops.writeInStore(shared, { name: 'Rosa', email: 'rosa@example.com', rating: 5, text: 'Still carried across to the original.' });
    await shops.settle();
    expect((await shops.wixReviews()).map(({ author }) => author.authorName)).toContain('Rosa');
    const after = z.object({ connection: z.unknown() }).parse(await (await shops.endpoint('sync/status', owner)).json()).connection;
    expect(after).toEqual(before);
    await shops.stop();
  });
});

describe('an app that is taken off a site', () => {
  it('that Wix shuts out at once leaves quietly: the hook refuses what the store still tells', async () => {
    await sandbox.clearLog();
    await sandbox.host.call('removeApp', null);
    await sandbox.settle();
    expect(await storeCalls(sandbox)).toEqual([]);
    expect((await sandbox.invocations()).filter(({ path, status }) => path.startsWith('/_wix/') && status !== 200)).toEqual([]);
  });

  it('takes its webhook out of the store and forgets the keys where Wix lets it', async () => {
    const open = await startSandbox({ switches: { quota: 'off', tokensAfterRemoval: 'granted' } });
    const owner = await open.token('USER');
    await open.host.call('removeApp', null);
    await open.settle();
    expect(await storeCalls(open)).toContain('DELETE /wp-json/wc/v3/webhooks/N 200');
    expect(await (await open.endpoint('sync/status', owner)).json()).toEqual({ kind: 'disconnected', copied: false });
    await open.stop();
  });
});
