import type { InstanceId } from '../../core/ids';
import type { CallBudget } from '../sync/call-budget';
import type { Clock } from '../sync/clock';
import type { SiteClient } from '../wix/wix-client';

/** What the places an owner can be told at are reached with. */
export interface AlertDeps {
  readonly client: SiteClient;
  readonly budget: CallBudget;
  readonly clock: Clock;
  readonly instanceId: InstanceId;
  readonly fetch: typeof fetch;
  readonly unseal: (sealed: string, context: InstanceId) => Promise<string>;
}
