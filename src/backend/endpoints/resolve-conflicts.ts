import { z } from 'zod';
import { isSyncError } from '../../core/sync-error';
import type { SyncSession } from '../sync/session';
import type { ResolveAnswer } from './api-types';
import { dashboardHandler, type DashboardCall } from './dashboard-handler';
import { readJson } from './read-json';

/** What one of them may take. Those that no longer fit are answered `BUDGET_SPENT`, and asked for again. */
const RESOLVE_CALLS = 9;

const Body = z.strictObject({
  ids: z.array(z.string().min(1).max(64), 'a list of conflicts').min(1, 'at least one').max(20, 'at most 20'),
  pick: z.enum(['kept', 'restored'], 'kept or restored'),
});

/** `POST sync/conflicts`: one verdict for one or many conflicts. Each ends by itself, so that one failure holds up no other. */
export const postConflicts = dashboardHandler('POST', async ({ deps, site, request }): Promise<ResolveAnswer> => {
  const { ids, pick } = await readJson(request, Body);
  const session = await deps.openSync(site);
  const results: ResolveAnswer['results'][number][] = [];
  for (const id of ids) results.push({ id, code: await resolveOne(deps, session, id, pick) });
  return { results };
});

async function resolveOne({ engine }: DashboardCall['deps'], session: SyncSession, id: string, pick: z.output<typeof Body>['pick']): Promise<ResolveAnswer['results'][number]['code']> {
  if (!session.budget.has(pick === 'kept' ? 1 : RESOLVE_CALLS)) return 'BUDGET_SPENT';
  try {
    await engine.resolveConflict(session, id, pick);
    return null;
  } catch (error) {
    if (isSyncError(error)) return error.code;
    throw error;
  }
}
