import { DATA_NAMESPACE } from '../../src/backend/wix/collection-id';
import type { NewSite, Site } from './site';
import type { World } from './world';

/**
 * What Wix does when an owner duplicates a site: the shop's products come along, its customers and their reviews do
 * not, and whether the app's rows do is a switch. The app is then installed on the copy and told where it came from.
 */
export function duplicateSite(world: World, install: (site: NewSite) => Site, originId: string, copyId: string): Site {
  const origin = world.sites.get(originId);
  if (origin === undefined) throw new RangeError(`Expected a known site, got ${originId}`);
  const from = world.dataOf(originId);
  const to = world.dataOf(copyId);
  for (const product of from.products.all()) to.products.put(product);
  if (world.switches.get().duplicatedRows === 'copied') {
    for (const name of world.collectionNames) {
      if (!name.startsWith(DATA_NAMESPACE)) continue;
      for (const item of from.collections.open(name).primary.all()) to.collections.open(name).put(item);
    }
  }
  return install({ instanceId: copyId, displayName: `Copy of ${origin.displayName}`, catalogVersion: origin.catalogVersion, originInstanceId: originId });
}
