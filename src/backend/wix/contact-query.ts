import type { contacts } from '@wix/crm';
import { z } from 'zod';
import { parseEmail } from '../../core/email';
import { brandId } from '../../core/ids';
import type { Contact } from '../sync/wix-port';
import { callWix, type WixAccess } from './call-wix';
import { readAnswer } from './read-answer';

const shape = z.object({
  contacts: z
    .array(z.object({ _id: z.string().min(1), primaryInfo: z.object({ email: z.string().nullish() }).nullish() }))
    .default([]),
});

/** Several contacts may share an address, so the page is as large as Wix allows. */
const MAX_CONTACTS = 1000;

/** Contacts that match, oldest first. 1 call. */
export async function queryContacts({ client, budget }: WixAccess, filter: NonNullable<contacts.ContactQuery['filter']>): Promise<readonly Contact[]> {
  const query: contacts.ContactQuery = { filter, sort: [{ fieldName: '_createdDate', order: 'ASC' }], paging: { limit: MAX_CONTACTS } };
  const answer = await callWix<unknown>(budget, () => client.queryContacts(query));
  return readAnswer(shape, answer).contacts.map(({ _id, primaryInfo }) => ({ id: brandId(_id), email: parseEmail(primaryInfo?.email) }));
}
