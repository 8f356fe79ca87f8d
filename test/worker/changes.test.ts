import { describe, expect, it } from 'vitest';
import { betweenShops } from '../support/between-shops';
import type { PairOfShops } from '../support/pair-of-shops';

let shops: PairOfShops;

betweenShops((both) => { shops = both; }, { walked: false });

describe('an edit on Wix', () => {
  it('is in the store after one write there and none back', async () => {
    const { onWix, inStore } = await shops.pair('Fits well.');
    await shops.sandbox.wix.call('edit', onWix.id, { rating: 2, title: '', body: 'It shrank.' });
    await shops.sandbox.settle();
    expect(await shops.inStore('It shrank.')).toMatchObject({ id: inStore.id, rating: 2 });
    expect([(await shops.writes('store')).length, (await shops.writes('wix')).length]).toEqual([1, 0]);
  });
});

describe('hiding a review', () => {
  it('on Wix hides it in the store, and showing it shows it again', async () => {
    const { onWix, inStore } = await shops.pair('Hidden on Wix.');
    await shops.sandbox.wix.call('moderate', onWix.id, 'REJECTED');
    await shops.sandbox.settle();
    expect(await shops.inStore('Hidden on Wix.')).toMatchObject({ id: inStore.id, status: 'spam' });
    await shops.sandbox.wix.call('moderate', onWix.id, 'APPROVED');
    await shops.sandbox.settle();
    expect(await shops.inStore('Hidden on Wix.')).toMatchObject({ id: inStore.id, status: 'approved' });
  });

  it('in the store hides it on Wix, and showing it shows it again', async () => {
    const { onWix, inStore } = await shops.pair('Hidden in the store.');
    await shops.sandbox.store.call('setStatus', inStore.id, 'spam');
    await shops.sandbox.settle();
    expect(await shops.onWix('Hidden in the store.')).toMatchObject({ id: onWix.id, moderation: { moderationStatus: 'REJECTED' } });
    await shops.sandbox.store.call('setStatus', inStore.id, 'approved');
    await shops.sandbox.settle();
    expect(await shops.onWix('Hidden in the store.')).toMatchObject({ id: onWix.id, moderation: { moderationStatus: 'APPROVED' } });
  });
});

describe('deleting a review', () => {
  it('on Wix moves its copy to the bin of the store, once', async () => {
    const { onWix } = await shops.pair('Deleted on Wix.');
    await shops.sandbox.wix.call('remove', onWix.id);
    await shops.sandbox.settle();
    expect(await shops.inStore('Deleted on Wix.')).toMatchObject({ status: 'trash' });
    expect(await shops.onWix('Deleted on Wix.')).toBeUndefined();
    expect([(await shops.writes('store')).length, (await shops.writes('wix')).length]).toEqual([1, 0]);
  });

  it('in the store, by the bin, deletes it on Wix, once', async () => {
    const { inStore } = await shops.pair('Deleted in the store.');
    await shops.sandbox.store.call('setStatus', inStore.id, 'trash');
    await shops.sandbox.settle();
    expect(await shops.onWix('Deleted in the store.')).toBeUndefined();
    expect([(await shops.writes('store')).length, (await shops.writes('wix')).length]).toEqual([0, 1]);
  });
});

describe('events that come twice, late and in the wrong order', () => {
  it('leave both shops as the last change did, after one write for each change at most', async () => {
    await shops.turn({ eventCopies: 3, eventOrder: 'reversed' });
    const { onWix, inStore } = await shops.pair('First.');
    for (const body of ['Second.', 'Third.', 'Fourth.']) await shops.sandbox.wix.call('edit', onWix.id, { rating: 3, title: '', body });
    await shops.sandbox.settle();
    await shops.turn({ eventCopies: 1, eventOrder: 'in-order' });
    expect(await shops.inStore('Fourth.')).toMatchObject({ id: inStore.id, rating: 3 });
    expect((await shops.sandbox.storeReviews()).filter(({ author }) => author === inStore.author)).toHaveLength(1);
    expect((await shops.writes('store')).length).toBeLessThanOrEqual(3);
    expect(await shops.writes('wix')).toEqual([]);
  });
});
