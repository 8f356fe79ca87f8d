import { contacts } from '@wix/crm';
import { onContactDeleted } from './on-contact-deleted';

/** Its types say that registering gives nothing back; it gives what Wix's builder looks for, as it does for reviews. */
const on: (handler: (event: unknown) => Promise<void>) => unknown = contacts.onContactDeleted;

export default on(onContactDeleted);
