import type { InstanceId } from '../../core/ids';
import { originRowId } from '../../core/link-id';
import type { SiteSession } from './session';

/** Keeps that this site was copied from `originInstanceId`. Told twice, it is kept once. 1 call. */
export async function rememberOrigin({ rows, instanceId }: SiteSession, originInstanceId: InstanceId): Promise<void> {
  await rows.insert('origins', { _id: originRowId(instanceId), instanceId, originInstanceId });
}

/**
 * Whether this site is a duplicate. A copy of a copy may bring its origin's row along, which names another instance and
 * is not read. 1 call.
 */
export async function isDuplicate({ rows, instanceId }: SiteSession): Promise<boolean> {
  return (await rows.get('origins', originRowId(instanceId))) !== null;
}
