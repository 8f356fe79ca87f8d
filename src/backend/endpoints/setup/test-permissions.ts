import { isSyncError, type SyncError } from '../../../core/sync-error';
import type { Store } from '../../stores/store';
import { requireConnection } from '../../sync/current-connection';
import { dashboardHandler } from '../dashboard-handler';
import { explain } from '../explain';
import { storeOf } from '../store-of';
import type { Permission, PermissionVerdict, TestAnswer } from './setup-types';

/**
 * `POST setup/test`: tries each thing the keys must allow, one after the other, and changes nothing. Switching on a
 * webhook that is on already is a write without an effect, which is how writing is tried. At most 5 calls.
 */
export const postTest = dashboardHandler('POST', async ({ deps, site }): Promise<TestAnswer> => {
  const connection = await requireConnection(site);
  const store = await storeOf(deps, site, connection);
  const verdicts = [await tryOut('read-reviews', () => store.check())];
  // Once the keys or the address are refused, the other tries would only say so again.
  if (verdicts[0]?.problem != null) return { verdicts };
  verdicts.push(await tryOut('read-products', () => store.listProducts(null)));
  const { webhookId } = connection;
  if (webhookId === null) verdicts.push({ permission: 'webhook', problem: NO_WEBHOOK });
  else verdicts.push(...(await tryWebhook(store, webhookId)));
  return { verdicts };
});

/** The code says that the store took none; its usual words are about a review. */
const NO_WEBHOOK: PermissionVerdict['problem'] = {
  code: 'STORE_REFUSED',
  sentence: 'The store does not tell this app about changes, so they are only found while a page of it is open.',
  action: 'Switch it on again below',
};

async function tryWebhook(store: Store, webhookId: string): Promise<readonly PermissionVerdict[]> {
  const write = await tryOut('write', () => store.revive(webhookId), readOnly);
  const live = await tryOut('webhook', () => store.subscription(webhookId));
  return [write, live];
}

/** These keys could read a moment ago; what refuses them now is that they may not write. */
function readOnly({ code }: SyncError): SyncError['code'] {
  return code === 'STORE_AUTH' ? 'STORE_FORBIDDEN' : code;
}

async function tryOut(permission: Permission, attempt: () => Promise<unknown>, codeOf: (error: SyncError) => SyncError['code'] = ({ code }) => code): Promise<PermissionVerdict> {
  try {
    await attempt();
    return { permission, problem: null };
  } catch (error) {
    if (!isSyncError(error)) throw error;
    return { permission, problem: explain(codeOf(error)) };
  }
}
