import { z } from 'zod';
import { SyncError } from '../../core/sync-error';
import { forgetStore } from '../sync/forget-store';
import type { ForgetStoreAnswer } from './api-types';
import { currentConnection } from '../sync/current-connection';
import { dashboardHandler } from './dashboard-handler';
import { readJson } from './read-json';

/** `POST sync/forget-store`: one step of letting go of the store that was disconnected, so that another may be connected. */
export const postForgetStore = dashboardHandler('POST', async ({ request, site }): Promise<ForgetStoreAnswer> => {
  await readJson(request, z.strictObject({}));
  if ((await currentConnection(site)) !== null) throw new SyncError('INPUT_INVALID', { field: 'store', got: 'one that is connected', expected: 'one that was disconnected' });
  return { done: await forgetStore(site) };
});
