import { sessionOpener } from '../runtime/session-opener';
import { CallBudget } from '../sync/call-budget';
import { followMerge } from '../sync/follow-contacts';
import { INVOCATION_CALLS } from '../sync/invocation-calls';
import { contactsMerged } from './contact-event';
import { throwingKnown } from './known-error';

/** Throwing asks Wix to send the event again. */
export async function onContactMerged(raw: unknown): Promise<void> {
  const { instanceId, target, sources } = contactsMerged(raw);
  await throwingKnown(() => followMerge(sessionOpener().openSite(instanceId, new CallBudget(INVOCATION_CALLS)), target, sources));
}
