import { z } from 'zod';
import { brandId, type ContactId, type Email } from '../../core/ids';
import { SyncError } from '../../core/sync-error';
import { callWix, type WixAccess } from './call-wix';
import { contactsByEmail } from './contacts-by-email';
import { readAnswer } from './read-answer';
import type { SdkFailure } from './sdk-failure';

const created = z.object({ contact: z.object({ _id: z.string().min(1) }) });
const duplicate = z.object({ duplicateContactId: z.string().min(1) });

/** Wix's documents spell the code with and without the S. */
const DUPLICATE_CODE = /^DUPLICATE_CONTACT_EXIST/;

/**
 * Makes a contact, or takes the one that already owns the address, which Wix names in its refusal. 1 call; 2 when it
 * does not name it.
 */
export async function createContact(access: WixAccess, email: Email, name: string): Promise<ContactId> {
  const info = { ...(name === '' ? {} : { name: { first: name } }), emails: { items: [{ tag: 'MAIN' as const, email, primary: true }] } };
  const answer = await callWix<unknown>(access.budget, () => access.client.createContact(info, { allowDuplicates: false }), ownerOfAddress);
  if (answer !== null) return brandId<ContactId>(readAnswer(created, answer).contact._id);
  const id = (await contactsByEmail(access, [email])).get(email);
  if (id === undefined) throw new SyncError('WIX_REFUSED', { field: 'email', got: 'a duplicate contact that Wix does not name' });
  return id;
}

function ownerOfAddress({ status, code, data }: SdkFailure): unknown {
  if (status !== 409 && !DUPLICATE_CODE.test(code)) return undefined;
  const known = duplicate.safeParse(data);
  return known.success ? { contact: { _id: known.data.duplicateContactId } } : null;
}
