import type { ContactId } from '../../core/ids';
import { connectionRowId } from '../../core/link-id';
import type { SiteSession } from './session';

/**
 * Wix made one contact of several: the addresses we know them by lead to the one that is left, and reviews are from now
 * on looked for by their own ids too. Done twice it ends the same. At most 3 calls.
 */
export async function followMerge({ rows, instanceId }: SiteSession, target: ContactId, sources: readonly ContactId[]): Promise<void> {
  if (sources.length === 0) return;
  // The flag first: an event of a review that went along may be here at any moment.
  await rows.patch('connections', connectionRowId(instanceId), { set: { contactsMerged: true } });
  const authors = await rows.find('authors', { where: { contactId: sources }, limit: 100, consistent: true });
  if (authors.rows.length > 0) await rows.patchMany('authors', authors.rows.map(({ _id }) => ({ id: _id, set: { contactId: target } })));
}

/**
 * A contact is no more: its address is looked up anew when its person writes again, since Wix takes no review for a
 * contact that is not there. What they wrote stays as it is; Wix tells of each review that goes along. 1 or 2 calls.
 */
export async function followContactDeletion({ rows }: SiteSession, contactId: ContactId): Promise<void> {
  const authors = await rows.find('authors', { where: { contactId }, limit: 100, consistent: true });
  if (authors.rows.length > 0) await rows.removeMany('authors', authors.rows.map(({ _id }) => _id));
}
