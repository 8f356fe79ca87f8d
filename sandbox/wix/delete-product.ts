import { PERSON } from './identity';
import { reviewWriter } from './review-writer';
import { pairKey } from './site-data';
import type { World } from './world';

/** The site's owner deletes a product for good. What Wix does with its reviews is not documented: a switch says it. */
export function deleteProduct(world: World, instanceId: string, productId: string): void {
  const data = world.dataOf(instanceId);
  data.products.delete(productId);
  const reviews = data.reviews.all().filter(({ review }) => review.entityId === productId);
  switch (world.switches.get().deletedProduct) {
    case 'tells':
      for (const { id } of reviews) reviewWriter(world, instanceId).remove(id, PERSON);
      return;
    case 'silent':
      for (const { id, review } of reviews) {
        data.reviewByPair.delete(pairKey(review));
        data.reviews.delete(id);
      }
      return;
    case 'keeps-reviews':
      return;
  }
}
