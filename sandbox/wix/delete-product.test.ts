import { expect, it } from 'vitest';
import { deleteProduct } from './delete-product';
import { SITE, testSite } from './test-site';

it.each([['tells', 0, 1], ['silent', 0, 0], ['keeps-reviews', 1, 0]] as const)('a deleted product whose reviews Wix "%s" leaves %i of them, tells of %i, and is gone', async (deletedProduct, left, told) => {
  const site = await testSite({ deletedProduct });
  const { world } = site.wix;
  const data = world.dataOf(SITE);
  const product = { name: 'Mug', slug: 'mug', sku: null, visible: true, createdDate: '2026-01-01T00:00:00Z' };
  data.products.put({ ...product, id: 'p1' });
  data.products.put({ ...product, id: 'p2' });
  const contactId = await site.contact('ann@example.com');
  for (const entityId of ['p1', 'p2']) {
    await site.call('POST', '/reviews/v1/reviews', { review: { namespace: 'stores', entityId, author: { contactId }, content: { rating: 5, body: 'b' } } });
  }
  deleteProduct(world, SITE, 'p1');
  expect(data.products.all().map(({ id }) => id)).toEqual(['p2']);
  const remaining = data.reviews.all().map(({ review }) => review.entityId);
  expect([remaining.filter((id) => id === 'p1').length, remaining.filter((id) => id === 'p2').length]).toEqual([left, 1]);
  expect(site.wix.events.pending().filter(({ slug }) => slug === 'deleted')).toHaveLength(told);
  // Its author may write again once it is back.
  expect(data.reviewByPair.size).toBe(left + 1);
});
