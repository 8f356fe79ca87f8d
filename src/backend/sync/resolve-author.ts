import type { ContactId } from '../../core/ids';
import type { Author } from './authors';
import { recalled, remember } from './authors';
import type { SiteSession } from './session';

/** To look for the contact, make it and remember it. */
const UNHURRIED_CALLS = 3;

/**
 * The Wix contact of one author, made if there is none. When the `rest` calls that come after would not be left, it
 * goes the short way: Wix refuses a second contact with the same address and names the first, and remembering it only
 * saves calls later. 1 to 4 calls.
 */
export async function resolveAuthor(session: SiteSession, author: Author, rest: number): Promise<ContactId> {
  const known = (await recalled(session, [author])).get(author.email);
  if (known !== undefined) return known;
  if (!session.budget.has(UNHURRIED_CALLS + rest)) return session.wix.createContact(author.email, author.name);
  const contactId = (await session.wix.contactsByEmail([author.email])).get(author.email) ?? (await session.wix.createContact(author.email, author.name));
  await remember(session, new Map([[author.email, contactId]]));
  return contactId;
}
