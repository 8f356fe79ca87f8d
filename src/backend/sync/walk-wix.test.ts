import { describe, expect, it } from 'vitest';
import { toWixReview } from '../../../sim/world/wix';
import { INSTANCE } from '../../../sim/world/world';
import { TestSite } from '../../../test/support/test-site';
import { fingerprints } from '../../core/fingerprint';
import { brandId, type StoreProductId, type StoreReviewId, type WixReviewId } from '../../core/ids';
import { productRowId, wixLinkId } from '../../core/link-id';
import type { LinkRow } from './tables';
import { walkWix } from './walk-wix';
import { walkFrom } from './walk.fixture';

const walk = (site: TestSite, cursor: string | null = null) => site.run((session) => walkWix(session, cursor, walkFrom(session.clock.nowMs())));

/** A review on Wix that was walked over, with its row as the test needs it. */
async function met(over: Partial<LinkRow> = {}): Promise<TestSite> {
  const site = new TestSite();
  site.writeOnWix('Warm');
  await walk(site);
  site.put('links', { ...site.link(), ...over });
  site.calls.length = 0;
  return site;
}

describe('a review in the place of another one', () => {
  const other = { wixReviewId: brandId<WixReviewId>('earlier'), storeReviewId: brandId<StoreReviewId>('s9'), state: 'blocked', code: 'GONE_UNPROVEN', outcome: 'created-on-wix', runAtMs: 5 } as const;

  it('that says the same again takes over the pair: nothing is deleted, and no run may take it back', async () => {
    const site = await met();
    const prints = fingerprints(site.onWix()[0]?.fields ?? expect.fail('Expected a review'));
    site.put('links', { ...site.link(), ...other, gone: 'wix', base: { wix: prints, store: prints } });
    expect(await walk(site)).toEqual({ kind: 'end', done: 1 });
    expect(site.link()).toMatchObject({ wixReviewId: site.onWix()[0]?.id, gone: null, outcome: 'matched', runAtMs: null, dueAtMs: expect.any(Number) as number });
  });

  it.each(['other words', 'no counterpart'] as const)('has the earlier one dealt with first: %s', async (why) => {
    const site = await met();
    const prints = fingerprints({ ...(site.onWix()[0]?.fields ?? expect.fail('Expected a review')), ...(why === 'other words' ? { body: 'Cold' } : {}) });
    site.put('links', { ...site.link(), ...other, ...(why === 'no counterpart' ? { storeReviewId: null } : {}), base: { wix: prints, store: prints } });
    expect(await walk(site)).toEqual({ kind: 'stay', done: 0 });
    expect(site.link()).toMatchObject({ wixReviewId: 'earlier', gone: 'wix' });
  });
});

describe('a review that is met first', () => {
  it('gets its row, and nothing is written in either shop', async () => {
    const site = new TestSite();
    const { id, productId, contactId, fields } = site.writeOnWix('Warm', { rating: 5 });
    expect(await walk(site)).toEqual({ kind: 'end', done: 1 });
    expect(site.link()).toMatchObject({ state: 'waiting', code: null, birth: 'wix', wixReviewId: id, wixProductId: productId, contactId, wixSeen: fingerprints(fields), rating: 5, dueAtMs: null, intent: null });
    expect(site.calls).toEqual(['rows.get', 'wix.listReviews', 'rows.getMany', 'rows.insertMany']);
  });

  it('keeps the row that an event made while the page was looked at', async () => {
    const site = new TestSite();
    site.writeOnWix('Warm');
    await site.run((session) => {
      const insertMany: typeof session.rows.insertMany = async (table, rows) => {
        for (const row of rows) await session.rows.insert(table, { ...row, marks: 7 });
        await session.rows.insertMany(table, rows);
      };
      return walkWix({ ...session, rows: { ...session.rows, insertMany } }, null, walkFrom(session.clock.nowMs()));
    });
    expect(site.link().marks).toBe(7);
  });

  it('gets a row by its own id when Wix names no contact', async () => {
    const site = new TestSite();
    const record = site.writeOnWix('Warm');
    const items = [{ ...toWixReview(record), contactId: null }];
    await site.run((session) => walkWix({ ...session, wix: { ...session.wix, listReviews: () => Promise.resolve({ items, next: null, total: 1 }) } }, null, walkFrom(session.clock.nowMs())));
    expect(site.link()).toMatchObject({ _id: wixLinkId(INSTANCE, record.id), contactId: null, wixReviewId: record.id });
  });
});

describe('a review that is known', () => {
  it('costs two calls a page when nothing happened', async () => {
    const site = await met();
    const before = site.link();
    expect(await walk(site)).toEqual({ kind: 'end', done: 1 });
    expect(site.calls).toEqual(['rows.get', 'wix.listReviews', 'rows.getMany']);
    expect(site.link()).toEqual(before);
  });

  it.each([
    ['body', { body: 'Warm and dry' }], ['title', { title: 'Coat' }], ['rating', { rating: 1 }], ['author', { author: 'D.' }], ['status', { status: 'hidden' }], ['reply', { reply: 'Thanks' }],
  ] as const)('is marked for another look, as if for the first time, when its %s changed unnoticed', async (_, change) => {
    const site = await met({ attempts: 4 });
    const [review] = site.onWix();
    if (review !== undefined) site.world.shops.changeOnWix(review.id, change, false);
    await walk(site);
    expect(site.link()).toMatchObject({ attempts: 0, turn: 0, leaseUntilMs: 0 });
    expect(site.link().dueAtMs).toBeLessThanOrEqual(site.nowMs);
    expect(site.calls).toEqual(['rows.get', 'wix.listReviews', 'rows.getMany', 'rows.patchMany']);
    expect(site.writes()).toEqual([]);
  });

  it.each<[string, Partial<LinkRow>]>([
    ['is on somebody\'s desk', { attempts: 3, leaseUntilMs: 9e15 }], ['has not failed yet', { attempts: 0 }],
  ])('and due, while it %s, keeps its time', async (_, over) => {
    const site = await met({ dueAtMs: 9e15, wixSeen: null, ...over });
    const before = site.link();
    await walk(site);
    expect(site.link()).toEqual(before);
  });

  it('and put off after a failure is tried anew: whoever walks again has mended what was wrong', async () => {
    const site = await met({ dueAtMs: 9e15, attempts: 3, code: 'STORE_AUTH' });
    await walk(site);
    expect(site.link().attempts).toBe(0);
    expect(site.link().dueAtMs).toBeLessThanOrEqual(site.nowMs);
  });

  it.each([
    ['given up for an outage', 'STORE_SERVER_ERROR', true], ['given up for being asked to wait', 'STORE_RATE_LIMITED', true],
    ['refused for what it is', 'STORE_REFUSED', false], ['left to a person', 'FIELD_TOO_LONG', false],
  ] as const)('and %s (%s): tried anew is %s', async (_, code, again) => {
    const site = await met({ state: 'blocked', code, attempts: 9 });
    await walk(site);
    expect(site.link().dueAtMs !== null).toBe(again);
    expect(site.link().attempts).toBe(again ? 0 : 9);
  });

  it('as the copy of a create whose answer was lost is marked, so that it is adopted', async () => {
    const site = await met({ birth: 'store', wixReviewId: null, storeReviewId: brandId<StoreReviewId>('s9') });
    await walk(site);
    expect(site.link()).toMatchObject({ birth: 'store', wixReviewId: null });
    expect(site.link().dueAtMs).toBeLessThanOrEqual(site.nowMs);
  });
});

describe('a review of somebody who had one of this product before', () => {
  it('begins a new life on the tombstone, whose counters go on', async () => {
    const site = await met({ state: 'gone', wixReviewId: brandId<WixReviewId>('w0'), storeReviewId: brandId<StoreReviewId>('s0'), gone: 'wix', marks: 5, turn: 8 });
    expect(await walk(site)).toEqual({ kind: 'end', done: 1 });
    expect(site.link()).toMatchObject({ state: 'waiting', wixReviewId: site.onWix()[0]?.id, storeReviewId: null, gone: null, base: null, marks: 5, turn: 8 });
    expect(site.calls.at(-1)).toBe('rows.saveMany');
  });

  it('waits until the earlier one\'s copy is dealt with: the page stays', async () => {
    const site = await met({ state: 'in-step', wixReviewId: brandId<WixReviewId>('w0'), storeReviewId: brandId<StoreReviewId>('s0') });
    expect(await walk(site)).toEqual({ kind: 'stay', done: 0 });
    expect(site.link()).toMatchObject({ gone: 'wix', wixReviewId: 'w0', storeReviewId: 's0' });
    expect(site.link().dueAtMs).toBeLessThanOrEqual(site.nowMs);
  });

  it('no longer holds the page up once the earlier copy has turned out to be stuck', async () => {
    const site = new TestSite();
    await walk(site);
    const first = site.writeOnWix('First');
    await walk(site);
    site.world.shops.deleteOnWix(first.id, false);
    site.writeOnWix('Second');
    const startedAtMs = site.nowMs;
    const again = () => site.run((session) => walkWix(session, null, walkFrom(startedAtMs)));
    expect(await again()).toMatchObject({ kind: 'stay' });
    for (const over of [{ state: 'blocked', code: 'STORE_REFUSED', dueAtMs: null }, { state: 'waiting', code: 'STORE_SERVER_ERROR', attempts: 1 }] as const) {
      site.put('links', { ...site.link(), ...over, lastAtMs: site.nowMs });
      expect(await again()).toMatchObject({ kind: 'end', done: 1 });
    }
    // The next walk gives it another chance.
    expect(await walk(site)).toMatchObject({ kind: 'stay' });
  });

  it('does not keep the rest of its page from being recorded', async () => {
    const site = await met({ state: 'in-step', wixReviewId: brandId<WixReviewId>('w0') });
    site.addPerson(2);
    site.writeOnWix('Dry', { person: 2 });
    expect(await walk(site)).toEqual({ kind: 'stay', done: 0 });
    expect(site.links()).toHaveLength(2);
  });
});

describe('a review whose product was not matched', () => {
  const unmatched = { state: 'unmatched', code: 'PRODUCT_UNMATCHED' } as const;

  it('goes on by itself once its product is', async () => {
    const site = await met(unmatched);
    expect(await walk(site)).toEqual({ kind: 'end', done: 1 });
    expect(site.link()).toMatchObject({ state: 'waiting', code: null });
    expect(site.calls).toEqual(['rows.get', 'wix.listReviews', 'rows.getMany', 'rows.find', 'rows.patchMany']);
  });

  it.each(['suggested', 'left'] as const)('waits while the match is only %s', async (choice) => {
    const site = await met(unmatched);
    const _id = productRowId(INSTANCE, brandId<StoreProductId>('sp1'));
    const row = site.world.rows.all('products').find((product) => product._id === _id);
    if (row !== undefined) site.put('products', { ...row, choice });
    await walk(site);
    expect(site.link()).toMatchObject(unmatched);
  });

  it('is none of this phase\'s business when it was written in the store', async () => {
    const site = await met({ ...unmatched, birth: 'store' });
    await walk(site);
    expect(site.link()).toMatchObject(unmatched);
    expect(site.calls).not.toContain('rows.find');
  });
});

describe('pages', () => {
  it('hold 100 reviews and lead to the next; each review is counted once', async () => {
    const site = new TestSite();
    for (let person = 2; person <= 205; person += 1) site.addPerson(person);
    for (let person = 1; person <= 205; person += 1) site.writeOnWix(`Review ${person}`, { person });
    const first = await walk(site);
    const second = await walk(site, '100');
    expect([first, second, await walk(site, '200')]).toEqual([{ kind: 'next', cursor: '100', done: 100 }, { kind: 'next', cursor: '200', done: 100 }, { kind: 'end', done: 5 }]);
    expect(site.links()).toHaveLength(205);
    expect(site.calls).toHaveLength(3 * 4);
  });

  it('with every kind of news on them cost 6 calls at most', async () => {
    const site = await met({ state: 'unmatched', code: 'PRODUCT_UNMATCHED' });
    const [first] = site.onWix();
    if (first !== undefined) site.world.shops.changeOnWix(first.id, { body: 'Edited' }, false);
    site.addPerson(2);
    site.addPerson(3);
    site.writeOnWix('Second', { person: 2 });
    await walk(site);
    const second = site.links().find(({ contactId }) => contactId === 'k2');
    if (second !== undefined) site.put('links', { ...second, state: 'gone' }, { ...site.links()[0], state: 'unmatched', code: 'PRODUCT_UNMATCHED' } as LinkRow);
    site.writeOnWix('Third', { person: 3 });
    site.calls.length = 0;
    await walk(site);
    expect(site.calls).toEqual(['rows.get', 'wix.listReviews', 'rows.getMany', 'rows.find', 'rows.insertMany', 'rows.saveMany', 'rows.patchMany']);
  });

  it('without reviews end the phase and write nothing', async () => {
    const site = new TestSite();
    expect(await walk(site)).toEqual({ kind: 'end', done: 0 });
    expect(site.links()).toEqual([]);
  });
});

it.each([['wix.listReviews', 'before'], ['rows.getMany', 'throttled'], ['rows.insertMany', 'before'], ['rows.insertMany', 'after']] as const)('a page is walked again without harm after %s failed (%s)', async (call, how) => {
  const site = new TestSite();
  site.writeOnWix('Warm');
  site.fail({ call, how });
  await expect(walk(site)).rejects.toThrow();
  expect(await walk(site)).toEqual({ kind: 'end', done: 1 });
  expect(site.link()).toMatchObject({ state: 'waiting', dueAtMs: null });
});
