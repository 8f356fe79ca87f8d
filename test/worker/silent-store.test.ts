import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { betweenShops } from '../support/between-shops';
import type { PairOfShops } from '../support/pair-of-shops';

const webhooksShape = z.array(z.object({ status: z.string() }));

let shops: PairOfShops;

betweenShops((both) => { shops = both; }, { walked: true });

const statuses = async (): Promise<string[]> => webhooksShape.parse(await shops.sandbox.store.call('webhooks')).map(({ status }) => status);

describe('a store that stopped telling', () => {
  it('is asked to tell again, and what it did not tell is found', async () => {
    await shops.sandbox.store.call('disableWebhooks');
    await shops.sandbox.writeInStore(shops.product, shops.somebody('Nobody was told of this.'));
    await shops.sandbox.settle();
    expect(await shops.onWix('Nobody was told of this.')).toBeUndefined();
    await shops.post('sync/webhook', {});
    expect(await statuses()).toEqual(['active']);
    await shops.workUntil(({ run, counts }) => run?.state === 'done' && counts.waiting === 0);
    expect(await shops.onWix('Nobody was told of this.')).toMatchObject({ entityId: shops.product.wixId });
    await shops.sandbox.writeInStore(shops.product, shops.somebody('Of this it told.'));
    await shops.sandbox.settle();
    expect(await shops.onWix('Of this it told.')).toBeDefined();
  }, 120_000);
});
