import type { ContactId, Email } from '../../core/ids';
import { authorRowId } from '../../core/link-id';
import type { SiteSession } from './session';

export interface Author {
  readonly email: Email;
  readonly name: string;
  /** No contact is made for this one: it counts only when Wix has it. */
  readonly known?: boolean;
}

/** `complete: false`: the call budget ended before every missing contact was made; ask again in the next invocation. */
export interface ResolvedAuthors {
  readonly contacts: ReadonlyMap<Email, ContactId>;
  readonly complete: boolean;
}

/**
 * Finds the Wix contact of each author, making the ones that are missing, and remembers them in our own rows.
 * 1 call when all are remembered; else 3, and one for each contact made. Leaves `reserve` calls unspent:
 * enough to end on, since what was learned so far is remembered for the next try.
 */
export async function resolveAuthors(session: SiteSession, authors: readonly Author[], reserve: number): Promise<ResolvedAuthors> {
  const contacts = new Map<Email, ContactId>(await recalled(session, authors));
  const unknown = unique(authors).filter(({ email }) => !contacts.has(email));
  if (unknown.length === 0) return { contacts, complete: true };

  const learned = new Map<Email, ContactId>(await session.wix.contactsByEmail(unknown.map(({ email }) => email)));
  let complete = true;
  for (const { email, name, known = false } of unknown) {
    if (known || learned.has(email)) continue;
    // One call to make the contact, one to remember them all, and what the caller needs to end cleanly.
    if (!session.budget.has(2 + reserve)) {
      complete = false;
      break;
    }
    learned.set(email, await session.wix.createContact(email, name));
  }
  await remember(session, learned);
  for (const [email, contactId] of learned) contacts.set(email, contactId);
  return { contacts, complete };
}

/** Those we have met before. 1 call. */
export async function recalled({ rows, instanceId }: SiteSession, authors: readonly Author[]): Promise<ReadonlyMap<Email, ContactId>> {
  const byRow = new Map(authors.map(({ email }) => [authorRowId(instanceId, email), email]));
  const found = await rows.getMany('authors', [...byRow.keys()]);
  return new Map(found.flatMap((row): [Email, ContactId][] => {
    const email = byRow.get(row._id);
    return email === undefined ? [] : [[email, row.contactId]];
  }));
}

/** 1 call, none when there is nothing to remember. */
export async function remember({ rows, instanceId }: SiteSession, learned: ReadonlyMap<Email, ContactId>): Promise<void> {
  if (learned.size === 0) return;
  await rows.saveMany('authors', [...learned].map(([email, contactId]) => ({ _id: authorRowId(instanceId, email), instanceId, contactId })));
}

function unique(authors: readonly Author[]): Author[] {
  // Who is to be made by one of their reviews is made, whatever the others say.
  const asked = [...authors].sort((a, b) => Number(b.known ?? false) - Number(a.known ?? false));
  return [...new Map(asked.map((author) => [author.email, author])).values()];
}
