import type { InstanceId, LinkId } from '../../core/ids';
import { CallBudget } from './call-budget';
import { claim } from './claim';
import { INVOCATION_CALLS } from './invocation-calls';
import { openIfConnected } from './open-if-connected';
import { PENDING } from './pictures-differ';
import type { SessionOpener } from './session';
import { settle } from './settle';

/**
 * Wix says that a file is there: the review that waits for it is looked at now, not at the next poll. Only a hint; what
 * the file is is read from Wix, and without the event the poll finds it. A file that could not be fetched is announced
 * without its id, so that one is the poll's alone.
 */
export async function receiveFile({ instanceId, linkId }: { readonly instanceId: InstanceId; readonly linkId: LinkId }, opener: SessionOpener): Promise<void> {
  const session = await openIfConnected(opener, opener.openSite(instanceId, new CallBudget(INVOCATION_CALLS)));
  if (session === null) return;
  const link = await session.rows.get('links', linkId);
  if (link?.pictures !== PENDING) return;
  const owned = await claim(session, link);
  if (owned !== null) await settle(session, owned);
}
