import type { CallBudget } from '../sync/call-budget';
import { errorFromSdk } from './error-from-sdk';
import { sdkFailure, type SdkFailure } from './sdk-failure';
import type { SiteClient } from './wix-client';

/** What every function of this folder works with. */
export interface WixAccess {
  readonly client: SiteClient;
  readonly budget: CallBudget;
}

/**
 * One counted call to Wix, failing with `SyncError` only. `expected` may turn a failure into an answer; `undefined`
 * leaves it a failure.
 */
export async function callWix<Answer>(budget: CallBudget, request: () => Promise<Answer>, expected?: (failure: SdkFailure) => Answer | undefined): Promise<Answer> {
  budget.spend();
  try {
    return await request();
  } catch (error) {
    const answer = expected?.(sdkFailure(error));
    if (answer !== undefined) return answer;
    throw errorFromSdk(error);
  }
}
