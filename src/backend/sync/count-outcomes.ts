import type { Where } from './rows';
import type { SiteSession } from './session';
import type { LinkRow, Outcome } from './tables';

/** How many pairs came to be in which way. */
export type OutcomeCounts = Readonly<Record<Exclude<Outcome, null>, number>>;

/** Of the links `among` lets through. 3 calls. */
export async function countOutcomes({ rows }: SiteSession, among: Where<LinkRow> = {}): Promise<OutcomeCounts> {
  const count = (outcome: keyof OutcomeCounts): Promise<number> => rows.count('links', { ...among, outcome });
  const [matched, onWix, inStore] = await Promise.all([count('matched'), count('created-on-wix'), count('created-in-store')]);
  return { matched, 'created-on-wix': onWix, 'created-in-store': inStore };
}
