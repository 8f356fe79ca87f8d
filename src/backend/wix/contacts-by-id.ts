import type { ContactId } from '../../core/ids';
import type { Contact } from '../sync/wix-port';
import { atMost } from './at-most';
import type { WixAccess } from './call-wix';
import { queryContacts } from './contact-query';

export async function contactsById(access: WixAccess, ids: readonly ContactId[]): Promise<ReadonlyMap<ContactId, Contact>> {
  atMost(100, 'ids', ids);
  if (ids.length === 0) return new Map();
  const contacts = await queryContacts(access, { _id: { $in: [...ids] } });
  return new Map(contacts.map((contact) => [contact.id, contact]));
}
