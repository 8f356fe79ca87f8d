import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LoggedCall, SharedProduct, Words } from '../support/sandbox-client';
import { startSandbox, type RunningSandbox } from '../support/start-sandbox';

let sandbox: RunningSandbox;
let product: SharedProduct;
let person = 0;

beforeAll(async () => {
  sandbox = await startSandbox({ walked: true, switches: { quota: 'off' } });
  const first = (await sandbox.sharedProducts())[0];
  if (first === undefined) throw new Error('Expected the seed to hold a product that both shops sell');
  product = first;
});

afterAll(async () => {
  await sandbox.stop();
});

beforeEach(async () => {
  await sandbox.clearLog();
});

/** Everybody may review a product once, so each test is another person. */
function somebody(text: string): Words {
  person += 1;
  return { name: `Robin ${String(person)}`, email: `robin.${String(person)}@example.com`, rating: 4, text };
}

function reviewWrites(calls: readonly LoggedCall[], side: 'wix' | 'store'): readonly string[] {
  return calls.filter((call) => call.side === side && call.kind === 'write' && call.url.includes('/reviews')).map(({ method, url }) => `${method} ${url}`);
}

const onWix = async (text: string) => (await sandbox.wixReviews()).filter(({ content }) => content.body === text);
const inStore = async (text: string) => (await sandbox.storeReviews()).filter(({ content }) => content.includes(text));

describe('a review written in the store', () => {
  it('is on Wix once, after one write there and none back', async () => {
    const words = somebody('Warm, soft and true to size.');
    await sandbox.writeInStore(product, words);
    await sandbox.settle();
    expect(await onWix(words.text)).toMatchObject([{ entityId: product.wixId, content: { rating: 4 }, author: { authorName: words.name } }]);
    expect(await inStore(words.text)).toHaveLength(1);
    const calls = await sandbox.calls();
    expect(reviewWrites(calls, 'wix')).toHaveLength(1);
    expect(reviewWrites(calls, 'store')).toEqual([]);
  });

  it('takes its change across when it is edited', async () => {
    const words = somebody('Fine so far, I will report back.');
    await sandbox.writeInStore(product, words);
    await sandbox.settle();
    const [written] = await inStore(words.text);
    await sandbox.clearLog();
    await sandbox.store.call('edit', written?.id, { text: 'It broke after two weeks.', rating: 2 });
    await sandbox.settle();
    expect(await onWix('It broke after two weeks.')).toMatchObject([{ content: { rating: 2 } }]);
    expect(await onWix(words.text)).toEqual([]);
    expect(reviewWrites(await sandbox.calls(), 'wix')).toHaveLength(1);
  });
});

describe('a review written on Wix', () => {
  it('is in the store once, after one write there and none back', async () => {
    const words = somebody('The colour is even nicer than on the picture.');
    await sandbox.writeOnWix(product, words);
    await sandbox.settle();
    expect(await inStore(words.text)).toMatchObject([{ productId: product.storeId, rating: 4, author: words.name, email: words.email }]);
    expect(await onWix(words.text)).toHaveLength(1);
    const calls = await sandbox.calls();
    expect(reviewWrites(calls, 'store')).toHaveLength(1);
    expect(reviewWrites(calls, 'wix')).toEqual([]);
  });
});

describe('every invocation', () => {
  it('stays within the calls the platform allows', async () => {
    await sandbox.writeInStore(product, somebody('Does what it should.'));
    await sandbox.writeOnWix(product, somebody('Would buy again.'));
    await sandbox.settle();
    const invocations = await sandbox.invocations();
    expect(invocations.length).toBeGreaterThan(0);
    expect(Math.max(...invocations.map(({ calls }) => calls))).toBeLessThanOrEqual(20);
    // What is refused at the ceiling has no answer; only the platform's own telemetry, which comes last, may be.
    const refused = (await sandbox.calls()).filter(({ status, url }) => status === null && !url.includes('/otel-collector/'));
    expect(refused).toEqual([]);
  });

  it('only ever reaches the two shops', async () => {
    expect((await sandbox.calls()).filter(({ side }) => side === 'refused')).toEqual([]);
  });
});
