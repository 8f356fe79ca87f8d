import { z } from 'zod';
import { SyncError } from '../../core/sync-error';
import type { SiteSession } from '../sync/session';
import type { LinkRow } from '../sync/tables';

const EXPECTED = 'the id of a review in the list';

/** How a request names one review. */
export const ListedId = z.strictObject({ id: z.string().min(1, EXPECTED).max(64, EXPECTED) });

/** The review that was named. Throws `INPUT_INVALID` for none of this site. 1 call. */
export async function listedLink({ rows }: SiteSession, { id }: z.output<typeof ListedId>): Promise<LinkRow> {
  const link = await rows.get('links', id);
  if (link === null) throw new SyncError('INPUT_INVALID', { field: 'id', got: 'no review we know', expected: EXPECTED });
  return link;
}
