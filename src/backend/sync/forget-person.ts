import type { ContactId } from '../../core/ids';
import { attentionRowId } from './attention-row';
import { dropPictures } from './carry-pictures';
import type { Rows } from './rows';
import type { SiteSession } from './session';
import type { LinkRow, TableName } from './tables';

/**
 * Removes what the app holds about a review and the person who wrote it: the link with its history, values that gave way,
 * the inbox's item, the preview's copy of the link, and the mapping from their address, the preview's too. Done twice it
 * ends the same. At most 9 calls, 3 more when it had pictures, 2 for every further hundred
 * values that gave way.
 *
 * Limits: a link whose copy still stands, because the merchant keeps such copies, stays without its contact. What the
 * store itself keeps in its bin is the store's to erase.
 */
export async function forgetPerson({ rows, wix, instanceId }: SiteSession, link: LinkRow | null, contactId: ContactId | null): Promise<void> {
  if (link !== null) {
    await removeAll(() => rows.find('conflicts', { where: { linkId: link._id }, limit: 100, consistent: true }), rows, 'conflicts');
    const item = attentionRowId(instanceId, link);
    if (item !== null) await rows.removeMany('attention', [item]);
    await rows.removeMany('previewLinks', [link._id]);
    await dropPictures({ rows, wix }, link);
  }
  if (contactId !== null) {
    for (const table of ['authors', 'previewAuthors'] as const) await removeAll(() => rows.find(table, { where: { contactId }, limit: 100, consistent: true }), rows, table);
  }
  // Last: without it, a try that is broken off could not find the rest again.
  if (link === null) return;
  if (link.state === 'gone') await rows.removeMany('links', [link._id]);
  else await rows.patch('links', link._id, { set: { contactId: null } });
}

interface Found {
  readonly rows: readonly { readonly _id: string }[];
  readonly next: string | null;
}

/** However many there are: where calls run out, the next try finds fewer. */
async function removeAll(find: () => Promise<Found>, rows: Rows, table: TableName): Promise<void> {
  for (let more = true; more; ) {
    const found = await find();
    if (found.rows.length > 0) await rows.removeMany(table, found.rows.map(({ _id }) => _id));
    more = found.next !== null;
  }
}
