import { applicationError, invalidField } from './api-error';
import type { Contact, ContactEmail } from './contact';
import type { SiteData } from './site-data';
import { nowIso, type World } from './world';

const MAX_EMAILS = 50;
const MAX_EMAIL_CHARACTERS = 320;
const MAX_NAME_CHARACTERS = 1_000;

export interface ContactInput {
  readonly name?: { readonly first?: string | null | undefined; readonly last?: string | null | undefined } | null | undefined;
  readonly emails?: { readonly items?: readonly { readonly email?: string | null | undefined; readonly tag?: string | undefined; readonly primary?: boolean | null | undefined }[] | undefined } | null | undefined;
}

export function createContact(world: World, data: SiteData, input: ContactInput, allowDuplicates: boolean): Contact {
  const info = toInfo(world, input);
  if (info.name.first === undefined && info.name.last === undefined && info.emails.items.length === 0) {
    throw applicationError(400, 'INVALID_ARGUMENT', 'A contact needs a name, a phone or an email');
  }
  const taken = info.emails.items.map(({ email }) => data.contactByEmail.get(email.toLowerCase())).find((id) => id !== undefined);
  if (taken !== undefined && !allowDuplicates) throw duplicateContact(world, taken);
  const now = nowIso(world);
  const contact: Contact = { id: world.newId(), revision: 1, createdDate: now, updatedDate: now, primaryInfo: primaryOf(info), info };
  return putContact(data, contact);
}

export function updateContact(world: World, data: SiteData, contact: Contact, input: ContactInput): Contact {
  const sent = toInfo(world, input);
  const info = { name: { ...contact.info.name, ...sent.name }, emails: input.emails === undefined ? contact.info.emails : sent.emails };
  const taken = info.emails.items.map(({ email }) => data.contactByEmail.get(email.toLowerCase())).find((id) => id !== undefined && id !== contact.id);
  if (taken !== undefined) throw duplicateContact(world, taken);
  for (const { email } of contact.info.emails.items) data.contactByEmail.delete(email.toLowerCase());
  return putContact(data, { ...contact, revision: contact.revision + 1, updatedDate: nowIso(world), primaryInfo: primaryOf(info), info });
}

export function putContact(data: SiteData, contact: Contact): Contact {
  data.contacts.put(contact);
  for (const { email } of contact.info.emails.items) data.contactByEmail.set(email.toLowerCase(), contact.id);
  return contact;
}

function duplicateContact(world: World, duplicateContactId: string): Error {
  return applicationError(409, world.switches.get().duplicateContactCode, 'A contact with this email already exists', { duplicateContactId });
}

function primaryOf(info: Contact['info']): Contact['primaryInfo'] {
  const email = info.emails.items.find(({ primary }) => primary)?.email;
  return email === undefined ? {} : { email };
}

function toInfo(world: World, { name, emails }: ContactInput): Contact['info'] {
  const sent = (emails?.items ?? []).filter((item) => (item.email ?? '') !== '');
  if (sent.length > MAX_EMAILS) throw invalidField('info.emails.items', `must hold at most ${MAX_EMAILS} items`, 'MAX_SIZE');
  const primaryIndex = Math.max(0, sent.findIndex(({ primary }) => primary === true));
  const items = sent.map(({ email, tag }, index): ContactEmail => ({ id: world.newId(), tag: tag ?? 'UNTAGGED', email: checkedEmail(email ?? ''), primary: index === primaryIndex }));
  return { name: { ...part('first', name?.first), ...part('last', name?.last) }, emails: { items } };
}

function part<Key extends 'first' | 'last'>(key: Key, text: string | null | undefined): { readonly [K in Key]?: string } {
  if (text === undefined || text === null || text === '') return {};
  if (text.length > MAX_NAME_CHARACTERS) throw invalidField(`info.name.${key}`, `must be at most ${MAX_NAME_CHARACTERS} characters`, 'MAX_LENGTH');
  const named: { [K in 'first' | 'last']?: string } = { [key]: text };
  return named;
}

function checkedEmail(email: string): string {
  if (email.length > MAX_EMAIL_CHARACTERS) throw invalidField('info.emails.items.email', `must be at most ${MAX_EMAIL_CHARACTERS} characters`, 'MAX_LENGTH');
  if (!/^[^\s@]+@[^\s@]+$/u.test(email)) throw invalidField('info.emails.items.email', 'must be a valid email', 'FORMAT');
  return email;
}
