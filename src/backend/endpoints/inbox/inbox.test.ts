import { describe, expect, it } from 'vitest';
import { brandId, type StoreProductId, type StoreReviewId } from '../../../core/ids';
import { SyncError } from '../../../core/sync-error';
import type { StoreReview } from '../../stores/store';
import type { AttentionRow } from '../../sync/attention-row';
import type { Handler } from '../endpoint';
import { attentionRow } from '../testing/attention-row';
import { wixReview } from '../testing/fake-reviews';
import { ask, connectionRow, fixture, NOW_MS, OTHER_SITE, type Fixture } from '../testing/fixture';
import { postBulk } from './bulk';
import { getItem } from './item';
import { itemRevision } from './item-revision';
import { listItems } from './items';
import { postReply } from './reply';
import { postUndo } from './undo';
import { postVerdict } from './verdict';

const HOUR_MS = 3_600_000;
const SEEN = { id: 'a', revision: 'r' };
const get = async (handler: Handler, live: Fixture, path: string) => (await handler(ask(path, { method: 'GET' }), live.deps, {})).json();
const post = async (handler: Handler, live: Fixture, body: unknown) => (await handler(ask('inbox/x', { body }), live.deps, {})).json();
/** These items as a page showed them. */
const asSeen = (live: Fixture, ...ids: readonly string[]) => ids.map((id) => revised(row(live, id)));
const revised = (item: AttentionRow) => ({ id: item._id, revision: itemRevision(item) });
const row = (live: Fixture, id: string): AttentionRow => live.tables.all('attention').find(({ _id }) => _id === id) ?? expect.fail(`Expected the row ${id}`);

/** Sizes of the steps a page takes until one finds nothing. */
async function allSteps(live: Fixture, filter: unknown, verdict: unknown): Promise<readonly number[]> {
  const steps: number[] = [];
  for (let asOf = {}; ;) {
    const { done, asOfMs } = await post(postBulk, live, { filter, verdict, ...asOf });
    if (done.length === 0) return steps;
    steps.push(done.length);
    asOf = { asOfMs };
  }
}

function desk(...rows: readonly AttentionRow[]): Fixture {
  const live = fixture();
  live.tables.put('attention', ...rows);
  for (const { wixReviewId } of rows) if (wixReviewId !== null) live.wixReviews.set(wixReviewId, wixReview(wixReviewId));
  return live;
}

describe('GET inbox/items', () => {
  it('shows the oldest day first, in it the fewest stars, with the words of today', async () => {
    const live = desk(
      attentionRow('new-1', { rating: 1 }), attentionRow('old-2', { raisedAtMs: NOW_MS - 50 * HOUR_MS }),
      attentionRow('new-2'), attentionRow('done', { state: 'resolved' }), attentionRow('later', { state: 'snoozed', wakeAtMs: NOW_MS + HOUR_MS }),
    );
    const { items } = await get(listItems, live, 'inbox/items');
    expect(items.map(({ id }: { id: string }) => id)).toEqual(['old-2', 'new-1', 'new-2']);
    expect(items[0].text).toMatchObject({ body: 'The seam opened.', author: 'Una' });
  });

  it('takes two calls, and one while nothing changed', async () => {
    const live = desk(...Array.from({ length: 120 }, (_, n) => attentionRow(`i${String(n)}`)));
    const { version, items, next } = await get(listItems, live, 'inbox/items');
    expect([items.length, live.budgets.at(-1)?.spent]).toEqual([50, 2]);
    expect(next).not.toBeNull();
    expect(await get(listItems, live, `inbox/items?version=${encodeURIComponent(version as string)}`)).toEqual({ kind: 'unchanged', version });
    expect(live.budgets.at(-1)?.spent).toBe(1);
  });

  it.each([['rating=1', ['a']], ['side=store', ['b']], ['product=w2', ['c']], ['older=24', ['d']], ['view=snoozed', ['s']], ['view=done', ['z']]])('asks for %s in the query itself', async (query, expected) => {
    const live = desk(
      attentionRow('a', { rating: 1 }), attentionRow('b', { birth: 'store' }), attentionRow('c', { wixProductId: 'w2' as AttentionRow['wixProductId'] }),
      attentionRow('d', { raisedAtMs: NOW_MS - 30 * HOUR_MS }), attentionRow('s', { state: 'snoozed', wakeAtMs: NOW_MS + 1 }), attentionRow('z', { state: 'answered' }),
    );
    const { items } = await get(listItems, live, `inbox/items?${query}`);
    expect(items.map(({ id }: { id: string }) => id)).toEqual(expected);
  });

  it('takes two calls for its first rows with a hundred thousand items, and reads no more than it shows', async () => {
    const live = desk();
    live.tables.put('attention', ...Array.from({ length: 100_000 }, (_, n) => attentionRow(`i${String(n)}`, { raisedAtMs: NOW_MS - n * 1000 })));
    const { items } = await get(listItems, live, 'inbox/items');
    expect([items.length, live.budgets.at(-1)?.spent]).toEqual([50, 2]);
    expect(items[0].id).toBe('i99999');
  });

  it('leaves nothing out on the next page when items of this one are dealt with meanwhile', async () => {
    const live = desk(...Array.from({ length: 120 }, (_, n) => attentionRow(`i${String(n).padStart(3, '0')}`, { raisedAtMs: NOW_MS - (200 - n) * 7_000 })));
    const seen = new Set<string>();
    let cursor: string | null = null;
    do {
      const page: { items: { id: string }[]; next: string | null } = await get(listItems, live, `inbox/items${cursor === null ? '' : `?cursor=${encodeURIComponent(cursor)}`}`);
      for (const { id } of page.items) seen.add(id);
      await post(postVerdict, live, { items: asSeen(live, ...page.items.slice(0, 20).map(({ id }) => id)), verdict: { kind: 'dismiss' } });
      cursor = page.next;
    } while (cursor !== null);
    expect(seen.size).toBe(120);
  });

  it('goes through more items of one moment than a page holds', async () => {
    const live = desk(...Array.from({ length: 120 }, (_, n) => attentionRow(`i${String(n)}`)));
    const first = await get(listItems, live, 'inbox/items');
    const second = await get(listItems, live, `inbox/items?cursor=${encodeURIComponent(first.next as string)}`);
    const third = await get(listItems, live, `inbox/items?cursor=${encodeURIComponent(second.next as string)}`);
    expect(new Set([...first.items, ...second.items, ...third.items].map(({ id }: { id: string }) => id)).size).toBe(120);
    expect(third.next).toBeNull();
  });

  it('finds words that are on a later page, and says how many it read', async () => {
    const live = desk(...Array.from({ length: 80 }, (_, n) => attentionRow(`i${String(n).padStart(2, '0')}`, { raisedAtMs: NOW_MS - (100 - n) * 60_000 })));
    live.wixReviews.set('r-i70', wixReview('r-i70', { body: 'A zipper broke' }));
    const { items, searched } = await get(listItems, live, 'inbox/items?q=ZIPPER');
    expect([items.map(({ id }: { id: string }) => id), searched]).toEqual([['i70'], 80]);
  });

  describe('looking for words', () => {
    const storeOnly = (id: string): AttentionRow => attentionRow(id, { birth: 'store', wixReviewId: null, storeReviewId: brandId<StoreReviewId>(`s-${id}`) });
    const storeReview = (id: string, body: string): StoreReview => ({
      id: brandId<StoreReviewId>(`s-${id}`), productId: brandId<StoreProductId>('p1'), email: null, writtenAt: '2026-05-01T00:00:00Z', trashed: false,
      fields: { ...wixReview('any').fields, title: '', body, author: 'Ola' },
    });

    it('finds a review that exists only in the store', async () => {
      const live = desk(attentionRow('a'), storeOnly('b'), storeOnly('c'));
      connectionRow(live);
      live.store.reviews = [storeReview('b', 'The zipper broke'), storeReview('c', 'Too small')];
      const { items, searched, unread } = await get(listItems, live, 'inbox/items?q=zipper');
      expect(items).toMatchObject([{ id: 'b', text: { body: 'The zipper broke', author: 'Ola' } }]);
      expect([searched, unread]).toEqual([3, 0]);
    });

    it('says how many could not be read when the store does not answer, and finds the others all the same', async () => {
      const live = desk(attentionRow('a'), storeOnly('b'));
      connectionRow(live);
      live.store.failing.set('getReviews', new SyncError('STORE_UNREACHABLE', {}));
      expect(await get(listItems, live, 'inbox/items?q=seam')).toMatchObject({ items: [{ id: 'a' }], searched: 2, unread: 1 });
    });

    it('says the same when no store is connected any more', async () => {
      expect(await get(listItems, desk(storeOnly('b')), 'inbox/items?q=seam')).toMatchObject({ items: [], searched: 1, unread: 1 });
    });

    it('asks the store for nothing when no words are looked for, so that the first rows stay at two calls', async () => {
      const live = desk(attentionRow('a'), storeOnly('b'));
      connectionRow(live);
      expect(await get(listItems, live, 'inbox/items')).toMatchObject({ items: [{ id: 'a' }, { id: 'b', text: null }], unread: 0 });
      expect(live.budgets.at(-1)?.spent).toBe(2);
    });

    it('stops with calls to spare and a way on when every page needs the store', async () => {
      const live = desk(...Array.from({ length: 300 }, (_, n) => n % 2 === 0 ? storeOnly(`i${String(n)}`) : attentionRow(`i${String(n)}`)));
      connectionRow(live);
      const answer = await get(listItems, live, 'inbox/items?q=nowhere');
      expect(answer).toMatchObject({ kind: 'items', items: [] });
      expect(answer.next).not.toBeNull();
      expect(live.budgets.at(-1)?.left).toBeGreaterThanOrEqual(0);
    });
  });

  it('brings a snoozed item back when its time has come', async () => {
    const { items } = await get(listItems, desk(attentionRow('s', { state: 'snoozed', wakeAtMs: NOW_MS - 1 })), 'inbox/items');
    expect(items).toMatchObject([{ id: 's', state: 'open' }]);
  });

  it('sends an alert that is due', async () => {
    const live = desk(attentionRow('a', { untold: { notification: true }, dueAtMs: NOW_MS - 1 }));
    await get(listItems, live, 'inbox/items');
    expect(live.alerts.told).toMatchObject([{ channel: 'notification', alert: { key: 'a.1' } }]);
  });

  it("shows nothing of another site's", async () => {
    expect((await get(listItems, desk(attentionRow('a', { instanceId: OTHER_SITE })), 'inbox/items')).items).toEqual([]);
  });
});

describe('a verdict', () => {
  it.each([
    [{ kind: 'resolve', reason: 'Solved' }, { state: 'resolved', reason: 'Solved', openRank: null }],
    [{ kind: 'dismiss' }, { state: 'dismissed', openRank: null }],
    [{ kind: 'snooze', until: 'tomorrow' }, { state: 'snoozed', wakeAtMs: NOW_MS + 24 * HOUR_MS }],
    [{ kind: 'snooze', until: 'three-days' }, { state: 'snoozed', wakeAtMs: NOW_MS + 72 * HOUR_MS }],
    [{ kind: 'snooze', until: 'edited' }, { state: 'snoozed', wakeAtMs: 8.64e15 }],
  ])('%o is kept, calls off an alert that was not sent yet, and can be taken back', async (verdict, expected) => {
    const before = attentionRow('a', { untold: { webhook: true }, dueAtMs: NOW_MS + 5 });
    const live = desk(before);
    expect(await post(postVerdict, live, { items: asSeen(live, 'a'), verdict })).toEqual({ done: ['a'], failed: [] });
    expect(row(live, 'a')).toMatchObject({ ...expected, untold: {}, dueAtMs: null });
    expect(await post(postUndo, live, { ids: ['a'] })).toEqual({ done: ['a'], failed: [] });
    const { state, reason, openRank, wakeAtMs } = before;
    expect(row(live, 'a')).toMatchObject({ state, reason, openRank, wakeAtMs, undo: null });
  });

  it('about an item that is gone fails alone, with a code', async () => {
    const answer = await post(postVerdict, desk(attentionRow('a')), { items: [revised(attentionRow('a')), { id: 'b', revision: 'any' }], verdict: { kind: 'dismiss' } });
    expect(answer).toMatchObject({ done: ['a'], failed: [{ id: 'b', error: { code: 'ITEM_UNKNOWN' } }] });
  });

  it('about everything that matches is made a hundred at a time', async () => {
    const live = desk(...Array.from({ length: 130 }, (_, n) => attentionRow(`i${String(n)}`, { rating: n < 120 ? 1 : 2 })));
    expect(await allSteps(live, { rating: '1' }, { kind: 'resolve', reason: 'Solved' })).toEqual([100, 20]);
    expect(live.tables.all('attention').filter(({ state }) => state === 'open')).toHaveLength(10);
  });

  it('about everything that matches reaches all of it when it leaves it where it is, each once, and can be taken back', async () => {
    const wakeAtMs = NOW_MS + HOUR_MS;
    const live = desk(...Array.from({ length: 250 }, (_, n) => attentionRow(`i${String(n)}`, { state: 'snoozed', wakeAtMs })));
    expect(await allSteps(live, { view: 'snoozed' }, { kind: 'snooze', until: 'three-days' })).toEqual([100, 100, 50]);
    expect(live.tables.all('attention').every((item) => item.wakeAtMs === NOW_MS + 72 * HOUR_MS && item.undo?.wakeAtMs === wakeAtMs)).toBe(true);
  });

  it('about everything that matches leaves alone what came in after it was asked for', async () => {
    const live = desk(attentionRow('before'));
    const verdict = { kind: 'dismiss' };
    const { done, asOfMs } = await post(postBulk, live, { filter: {}, verdict });
    live.tables.put('attention', attentionRow('after', { raisedAtMs: NOW_MS, changedAtMs: NOW_MS }));
    expect([done, (await post(postBulk, live, { filter: {}, verdict, asOfMs })).done]).toEqual([['before'], []]);
  });

  it.each([
    { items: [], verdict: { kind: 'dismiss' } }, { items: [SEEN] }, { items: [{ id: 'a' }], verdict: { kind: 'dismiss' } }, { items: [SEEN], verdict: { kind: 'delete' } }, { items: [SEEN], verdict: { kind: 'resolve', reason: '' } },
    { items: Array.from({ length: 101 }, (_, n) => ({ id: String(n), revision: 'r' })), verdict: { kind: 'dismiss' } },
  ])('%o is refused with a code', async (body) => {
    expect(await post(postVerdict, desk(attentionRow('a')), body)).toMatchObject({ error: { code: 'INPUT_INVALID' } });
  });
});

describe('POST inbox/reply', () => {
  it('answers on Wix and closes the item with the time it took', async () => {
    const live = desk(attentionRow('a'));
    const answer = await post(postReply, live, { id: 'a', message: ' We are sorry. ', seen: null });
    expect(answer).toMatchObject({ item: { state: 'answered', text: { reply: 'We are sorry.' } }, store: 'none' });
    expect(row(live, 'a')).toMatchObject({ state: 'answered', answerMs: HOUR_MS });
  });

  it('never overwrites a reply that its author has not seen, until told to', async () => {
    const live = desk(attentionRow('a'));
    live.wixReviews.set('r-a', wixReview('r-a', { reply: 'Somebody was faster.' }));
    expect(await post(postReply, live, { id: 'a', message: 'Mine', seen: null })).toMatchObject({ error: { code: 'REPLY_CHANGED' } });
    expect(live.wixReviews.get('r-a')?.fields.reply).toBe('Somebody was faster.');
    await post(postReply, live, { id: 'a', message: 'Mine', seen: null, overwrite: true });
    expect(live.wixReviews.get('r-a')?.fields.reply).toBe('Mine');
  });

  it('sent twice because its answer was lost is one reply, not a conflict with oneself', async () => {
    const live = desk(attentionRow('a'));
    live.wixReviews.set('r-a', wixReview('r-a', { reply: 'Sorry' }));
    expect(await post(postReply, live, { id: 'a', message: 'Sorry', seen: null })).toMatchObject({ item: { state: 'answered' } });
  });

  it('can be taken back, and the item is open as before', async () => {
    const live = desk(attentionRow('a'));
    await post(postReply, live, { id: 'a', message: 'Sorry', seen: null });
    await post(postReply, live, { id: 'a', message: null, seen: 'Sorry' });
    expect(live.wixReviews.get('r-a')?.fields.reply).toBeNull();
    expect(row(live, 'a')).toMatchObject({ state: 'open', answerMs: null });
  });

  it('says that the store has to be answered by hand when it takes no replies from outside', async () => {
    const live = desk(attentionRow('a', { storeReviewId: brandId<StoreReviewId>('5') }));
    connectionRow(live);
    expect((await post(postReply, live, { id: 'a', message: 'Sorry', seen: null })).store).toBe('by-hand');
  });

  it('to a review that is not on Wix is refused with what to do instead', async () => {
    expect(await post(postReply, desk(attentionRow('a', { wixReviewId: null })), { id: 'a', message: 'Sorry', seen: null })).toMatchObject({ error: { code: 'REVIEW_NOT_ON_WIX' } });
  });

  it.each(['', '   ', 'x'.repeat(1001)])('of %j is refused', async (message) => {
    expect(await post(postReply, desk(attentionRow('a')), { id: 'a', message, seen: null })).toMatchObject({ error: { code: 'INPUT_INVALID', field: 'message' } });
  });
});

describe('GET inbox/item', () => {
  it('opens an item that was dealt with long ago: an alert’s link must not go stale', async () => {
    expect(await get(getItem, desk(attentionRow('a', { state: 'resolved', reason: 'Solved' })), 'inbox/item?id=a')).toMatchObject({ item: { state: 'resolved' } });
  });

  it('brings along the person’s other reviews', async () => {
    const live = desk(attentionRow('a'));
    live.wixReviews.set('r-other', wixReview('r-other', { rating: 5, title: 'Loved it' }));
    expect((await get(getItem, live, 'inbox/item?id=a')).others).toMatchObject([{ rating: 5, title: 'Loved it' }]);
  });

  it('of another site, or of nobody, is unknown', async () => {
    expect(await get(getItem, desk(attentionRow('a', { instanceId: OTHER_SITE })), 'inbox/item?id=a')).toMatchObject({ error: { code: 'ITEM_UNKNOWN' } });
  });
});
