import { describe, expect, it } from 'vitest';
import { DATA_NAMESPACE } from '../../src/backend/wix/collection-id';
import { duplicateSite } from './duplicate-site';
import { SITE, testSite } from './test-site';

const COPY = 'cccccccc-0000-4000-8000-000000000003';
const ROWS = `${DATA_NAMESPACE}/links`;

describe.each([['copied', 1], ['left', 0]] as const)('a site duplicated while the app’s rows are %s', (duplicatedRows, rows) => {
  it('has the products, none of the reviews, and an app that is told where it came from', async () => {
    const { wix } = await testSite({ duplicatedRows });
    wix.registerCollections([ROWS]);
    wix.world.dataOf(SITE).collections.open(ROWS).put({ id: 'row', data: { _id: 'row' } });
    const site = duplicateSite(wix.world, (wanted) => wix.installApp(wanted), SITE, COPY);
    expect(site).toMatchObject({ id: COPY, originInstanceId: SITE });
    const copy = wix.world.dataOf(COPY);
    expect(copy.products.size).toBe(wix.world.dataOf(SITE).products.size);
    expect(copy.reviews.size).toBe(0);
    expect(copy.collections.open(ROWS).primary.size).toBe(rows);
    expect(wix.events.pending().find(({ instanceId }) => instanceId === COPY)?.payload).toMatchObject({ originInstanceId: SITE });
  });
});
