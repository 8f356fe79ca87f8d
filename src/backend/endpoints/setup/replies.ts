import { z } from 'zod';
import { isSyncError, SyncError } from '../../../core/sync-error';
import { reopenReplies } from '../../sync/reopen';
import type { ConnectionRow } from '../../sync/tables';
import { openKeys, sealKeys } from '../credentials';
import { requireConnection } from '../../sync/current-connection';
import { dashboardHandler, type DashboardCall } from '../dashboard-handler';
import type { StoreKeys } from '../endpoint';
import { explain } from '../explain';
import { readJson } from '../read-json';
import type { RepliesAnswer } from './setup-types';

const text = z.string('text').trim().min(1, 'text').max(255, 'at most 255 characters');

const Body = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('add'), user: text, password: text }),
  z.strictObject({ action: z.literal('remove') }),
], 'an application password, or its removal');

/** `GET setup/replies`: whether replies cross, tried just now. At most 3 calls. */
export const getReplies = dashboardHandler('GET', async (call): Promise<RepliesAnswer> => {
  const keys = await storeKeys(call, await requireConnection(call.site));
  if (keys.replies === undefined) return { on: false, problem: null };
  try {
    await call.deps.checkReplies(keys, keys.replies, call.site.budget);
    return { on: true, problem: null };
  } catch (error) {
    if (!isSyncError(error)) throw error;
    return { on: true, problem: explain(error.code) };
  }
});

/**
 * `POST setup/replies`: keeps an application password once it works, sealed with the other keys, or forgets it. What waited for that is
 * due at once. 4 calls, and what reopening takes, which stops where calls run short.
 */
export const postReplies = dashboardHandler('POST', async (call): Promise<RepliesAnswer> => {
  const { deps, site } = call;
  const body = await readJson(call.request, Body);
  const connection = await requireConnection(site);
  const keys = await storeKeys(call, connection);
  const replies = body.action === 'remove' ? undefined : await tried(call, keys, body);
  const credentials = await sealKeys(deps, { ...keys, replies }, site.instanceId);
  const result = await site.rows.patch('connections', connection._id, { set: { credentials } });
  if (result.kind === 'missing') throw new SyncError('NOT_CONNECTED');
  await reopenReplies(site, connection);
  return { on: replies !== undefined, problem: null };
});

async function tried({ deps, site }: DashboardCall, keys: StoreKeys, { user, password }: { readonly user: string; readonly password: string }): Promise<StoreKeys['replies']> {
  return { user, password, staff: await deps.checkReplies(keys, { user, password }, site.budget) };
}

async function storeKeys({ deps, site }: DashboardCall, { storeUrl, credentials }: ConnectionRow): Promise<StoreKeys> {
  return { url: storeUrl, ...(await openKeys(deps, credentials, site.instanceId)) };
}
