import { contacts } from '@wix/crm';
import { onContactMerged } from './on-contact-merged';

/** Its types say that registering gives nothing back; it gives what Wix's builder looks for, as it does for reviews. */
const on: (handler: (event: unknown) => Promise<void>) => unknown = contacts.onContactMerged;

export default on(onContactMerged);
