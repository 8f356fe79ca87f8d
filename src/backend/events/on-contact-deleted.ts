import { sessionOpener } from '../runtime/session-opener';
import { CallBudget } from '../sync/call-budget';
import { followContactDeletion } from '../sync/follow-contacts';
import { INVOCATION_CALLS } from '../sync/invocation-calls';
import { contactDeleted } from './contact-event';
import { throwingKnown } from './known-error';

/** Throwing asks Wix to send the event again. */
export async function onContactDeleted(raw: unknown): Promise<void> {
  const { instanceId, contactId } = contactDeleted(raw);
  await throwingKnown(() => followContactDeletion(sessionOpener().openSite(instanceId, new CallBudget(INVOCATION_CALLS)), contactId));
}
