import { readPlace, writePlace, type InboxPlace } from '../../format/inbox/inbox-place';
import { INBOX_PAGE_ID } from '../../pages/inbox/inbox-page-id';
import { usePlace, type ChangePlace, type PagePlace } from '../use-place';

/** Going from one review to the next leaves no trail: Back leads out of the inbox. */
const INBOX: PagePlace<InboxPlace> = { pageId: INBOX_PAGE_ID, read: readPlace, write: writePlace, isStep: () => false };

export function useInboxPlace(): readonly [InboxPlace, ChangePlace<InboxPlace>] {
  return usePlace(INBOX);
}
