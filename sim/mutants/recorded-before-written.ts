import { isSyncError } from '../../src/core/sync-error';
import * as real from '../../src/backend/sync/act';

export const act: typeof real.act = async (session, pair, plan) => {
  try {
    return await real.act(session, pair, plan);
  } catch (error) {
    if (!isSyncError(error)) throw error;
    return { wix: pair.wix, store: pair.store, base: plan.nextBase, code: null, outcome: pair.link.outcome, event: null, tombstone: false };
  }
};
