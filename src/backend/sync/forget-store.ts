import { connectionRowId } from '../../core/link-id';
import type { SiteSession } from './session';
import type { TableName } from './tables';

/** The address of a store that nothing here belongs to any more. */
export const FORGOTTEN = '';

/**
 * What names reviews, products or authors by the store's own ids, or goes on from where it was in that store. Wix contacts
 * are no store's, so whose address is which contact stays. Links last: what is begun anew finds the rest by itself.
 */
const TABLES = ['runs', 'hints', 'attention', 'conflicts', 'pictures', 'previewRuns', 'previewLinks', 'products', 'links'] as const satisfies readonly TableName[];

const PER_STEP = 100;
const STEP_CALLS = 2;

/**
 * One step of forgetting a store that was disconnected: reviews stay on both sides, all that ties them goes. `true` once
 * nothing is left, and another store may be connected. Broken off, it goes on with what is left.
 */
export async function forgetStore({ rows, budget, instanceId }: SiteSession): Promise<boolean> {
  for (const table of TABLES) {
    for (;;) {
      if (!budget.has(STEP_CALLS + 1)) return false;
      const found = await rows.find(table, { where: {}, limit: PER_STEP, consistent: true });
      if (found.rows.length > 0) await rows.removeMany(table, found.rows.map(({ _id }) => _id));
      if (found.rows.length < PER_STEP) break;
    }
  }
  await rows.patch('connections', connectionRowId(instanceId), { set: { storeUrl: FORGOTTEN, storeName: '' } });
  return true;
}
