import { describe, expect, it } from 'vitest';
import { createWooStandIn, type WooStandIn } from '../../sandbox/woocommerce/stand-in';
import { openJournal } from '../../sandbox/journal';
import { brandId, type StoreProductId, type StoreReviewId } from '../../src/core/ids';
import { CallBudget } from '../../src/backend/sync/call-budget';
import { checkReplyKeys, createWooCommerce } from '../../src/backend/stores/woocommerce/woocommerce';

const KEYS = { key: 'ck_1', secret: 'cs_1' };
const OWNER = { user: 'owner', password: 'abcd efgh ijkl mnop qrst uvwx' };
const CUSTOMER = { user: 'cy', password: 'cust cust cust cust cust cust', userId: 7, moderates: false };
const HELPER = { user: 'sam', password: 'help help help help help help', userId: 3 };

function open(url = 'https://shop.example') {
  const clock = { nowMs: () => Date.UTC(2026, 10, 23), after: () => () => undefined, speed: 1 };
  const shop = createWooStandIn({ journal: openJournal(null), clock, publicUrl: url, keys: [KEYS], appPasswords: [OWNER, CUSTOMER, HELPER], deliver: () => Promise.resolve(new Response()) });
  shop.seed([{ id: 10, name: 'Tote' }], []);
  const paths: string[] = [];
  const fetch: typeof globalThis.fetch = (input, init) => {
    const request = new Request(input, init);
    paths.push(`${request.method} ${new URL(request.url).pathname}`);
    return shop.fetch(request);
  };
  return { shop, paths, deps: { url, ...KEYS, fetch, budget: new CallBudget(1000), clock, random: Math.random, loopback: 'allowed' as const } };
}

function write({ storefront }: WooStandIn, text = 'Came apart'): StoreReviewId {
  const outcome = storefront.submitReview({ productId: 10, name: `By ${text}`, email: `x${text.length}@example.com`, rating: 2, text });
  return outcome.kind === 'published' ? brandId(outcome.row.id) : expect.fail('Expected a review');
}

describe('an application password', () => {
  it('names its own user first, then everybody else who may moderate comments, in 2 calls', async () => {
    const { deps } = open();
    expect(await checkReplyKeys(deps, HELPER)).toEqual([3, 1]);
    expect(deps.budget.spent).toBe(2);
  });

  it.each([
    ['a wrong password', { ...OWNER, password: 'nope' }, 'REPLIES_PASSWORD'],
    ['an unknown user', { ...OWNER, user: 'nobody' }, 'REPLIES_PASSWORD'],
    ['a user who may not moderate', CUSTOMER, 'REPLIES_FORBIDDEN'],
  ])('is told apart: %s', async (_name, keys, code) => {
    await expect(checkReplyKeys(open().deps, keys)).rejects.toMatchObject({ code });
  });

  it('that the site ignores is not called wrong', async () => {
    const { deps, shop } = open();
    shop.faults.appPasswordsOff = true;
    await expect(checkReplyKeys(deps, OWNER)).rejects.toMatchObject({ code: 'REPLIES_IGNORED' });
  });

  it('never leaves over plain http', async () => {
    const { deps, paths } = open('http://127.0.0.1:8099');
    await expect((async () => checkReplyKeys(deps, OWNER))()).rejects.toMatchObject({ code: 'STORE_URL_INSECURE' });
    expect(paths).toEqual([]);
  });
});

describe('reading reviews', () => {
  it('asks WordPress for nothing without an application password', async () => {
    const { deps, shop, paths } = open();
    shop.storefront.reply(Number(write(shop)), 'Thank you');
    const { items } = await createWooCommerce(deps).listReviews(null);
    expect(items.map(({ fields }) => fields.reply)).toEqual([null]);
    expect(paths).toEqual(['GET /wp-json/wc/v3/products/reviews']);
  });

  it('takes the newest answer of the shop, and no customer’s', async () => {
    const { deps, shop } = open();
    const id = write(shop);
    const store = createWooCommerce({ ...deps, replies: { ...OWNER, staff: [1] } });
    for (const text of ['First', 'Second']) shop.storefront.reply(Number(id), text);
    const answers = shop.db.comments.all().filter(({ parent }) => parent !== 0);
    expect((await store.getReview(id))?.fields.reply).toBe('Second');
    for (const row of answers) shop.db.comments.put({ ...row, userId: 7 });
    expect((await store.getReview(id))?.fields.reply).toBeNull();
  });

  it('fails rather than taking an answer for gone when WordPress refuses', async () => {
    const { deps, shop } = open();
    const id = write(shop);
    shop.storefront.reply(Number(id), 'Thank you');
    shop.faults.appPasswordsOff = true;
    await expect(createWooCommerce({ ...deps, replies: { ...OWNER, staff: [1] } }).getReview(id)).rejects.toMatchObject({ code: 'REPLIES_IGNORED' });
  });

  it('reads on while there are more answers than a page holds', async () => {
    const { deps, shop, paths } = open();
    const id = write(shop);
    for (let n = 0; n < 100; n += 1) shop.storefront.reply(Number(id), `Answer ${n}`);
    const other = write(shop, 'Another one');
    shop.storefront.reply(Number(other), 'The last of all');
    const { items } = await createWooCommerce({ ...deps, replies: { ...OWNER, staff: [1] } }).listReviews(null);
    expect(items.map(({ fields }) => fields.reply)).toEqual(['Answer 99', 'The last of all']);
    expect(paths.filter((path) => path.endsWith('/comments'))).toHaveLength(2);
  });
});

describe('setting a reply', () => {
  it('adopts what a try made whose answer was lost, and makes no second', async () => {
    const { deps, shop } = open();
    const id = write(shop);
    const loseWrites: typeof globalThis.fetch = async (input, init) => {
      const answer = await deps.fetch(input, init);
      return init?.method === 'POST' ? new Response('<h1>504</h1>', { status: 504 }) : answer;
    };
    const review = { id, productId: brandId<StoreProductId>(10) };
    await expect(createWooCommerce({ ...deps, fetch: loseWrites, replies: { ...OWNER, staff: [1] } }).setReply(review, 'Thank you')).rejects.toMatchObject({ code: 'STORE_SERVER_ERROR' });
    expect(shop.db.comments.all().filter(({ parent }) => parent !== 0)).toHaveLength(1);
    const store = createWooCommerce({ ...deps, replies: { ...OWNER, staff: [1] } });
    expect(await store.setReply(review, 'Thank you')).toBe('Thank you');
    expect(shop.db.comments.all().filter(({ parent }) => parent !== 0)).toHaveLength(1);
  });

  it('takes every one of the shop’s answers away, to the trash, so that none comes to light again', async () => {
    const { deps, shop } = open();
    const id = write(shop);
    const store = createWooCommerce({ ...deps, replies: { ...OWNER, staff: [1] } });
    for (const text of ['First', 'Second']) shop.storefront.reply(Number(id), text);
    const review = await store.getReview(id);
    if (review === null) throw new Error('Expected the review');
    expect(await store.setReply(review, null)).toBeNull();
    expect((await store.getReview(id))?.fields.reply).toBeNull();
    expect(shop.db.comments.all().filter(({ parent }) => parent !== 0).map(({ status }) => status)).toEqual(['trash', 'trash']);
  });
});
