import type { ContactId, Email } from '../../core/ids';
import { atMost } from './at-most';
import type { WixAccess } from './call-wix';
import { queryContacts } from './contact-query';

/**
 * Contacts by their primary address; of several with the same one, the oldest. An address that is only a contact's
 * second one is not found here, but `createContact` then is told whose it is.
 */
export async function contactsByEmail(access: WixAccess, emails: readonly Email[]): Promise<ReadonlyMap<Email, ContactId>> {
  atMost(100, 'emails', emails);
  const found = new Map<Email, ContactId>();
  if (emails.length === 0) return found;
  const wanted = new Set(emails);
  for (const { id, email } of await queryContacts(access, { 'primaryInfo.email': { $in: [...emails] } })) {
    if (email !== null && wanted.has(email) && !found.has(email)) found.set(email, id);
  }
  return found;
}
