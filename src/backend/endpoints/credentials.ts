import { z } from 'zod';
import type { InstanceId } from '../../core/ids';
import { SyncError } from '../../core/sync-error';
import type { EndpointDeps, StoreKeys } from './endpoint';

type Keys = Pick<StoreKeys, 'key' | 'secret'>;

const shape = z.strictObject({ key: z.string(), secret: z.string() });

/** What a connection row keeps of a merchant's keys. */
export function sealKeys({ seal }: Pick<EndpointDeps, 'seal'>, { key, secret }: Keys, instanceId: InstanceId): Promise<string> {
  return seal(JSON.stringify({ key, secret }), instanceId);
}

/** Throws `NOT_CONNECTED` when the row was sealed for another site or with a key we no longer have. */
export async function openKeys({ unseal }: Pick<EndpointDeps, 'unseal'>, sealed: string, instanceId: InstanceId): Promise<Keys> {
  try {
    return shape.parse(JSON.parse(await unseal(sealed, instanceId)));
  } catch {
    throw new SyncError('NOT_CONNECTED', { field: 'credentials', got: 'keys that cannot be opened' });
  }
}
