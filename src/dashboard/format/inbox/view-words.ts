import type { InboxView } from '../../../backend/endpoints/inbox/inbox-types';

/** In the order an owner goes through them. */
export const INBOX_VIEW_WORDS: Readonly<Record<InboxView, string>> = { open: 'Open', snoozed: 'Snoozed', done: 'Done' };
