import { isSyncError } from '../../src/core/sync-error';
import type * as real from '../../src/backend/sync/record-failure';

export const recordFailure: typeof real.recordFailure = async ({ rows, budget }, owned, error) => {
  if (!isSyncError(error)) throw error;
  if (budget.has(1)) await rows.patch('links', owned._id, { set: { state: 'in-step', intent: null, leaseUntilMs: 0, dueAtMs: null } });
  return owned;
};
