import { z } from 'zod';
import type { InstanceId } from '../../core/ids';
import { SyncError } from '../../core/sync-error';
import type { EndpointDeps, StoreKeys } from './endpoint';

type Keys = Pick<StoreKeys, 'key' | 'secret' | 'replies'>;

const shape = z.strictObject({
  key: z.string(),
  secret: z.string(),
  replies: z.strictObject({ user: z.string(), password: z.string(), staff: z.array(z.int()) }).optional(),
});

/** What a connection row keeps of a merchant's keys. */
export function sealKeys({ seal }: Pick<EndpointDeps, 'seal'>, { key, secret, replies }: Keys, instanceId: InstanceId): Promise<string> {
  return seal(JSON.stringify({ key, secret, ...(replies === undefined ? {} : { replies }) }), instanceId);
}

/** Throws `NOT_CONNECTED` when the row was sealed for another site or with a key we no longer have. */
export async function openKeys({ unseal }: Pick<EndpointDeps, 'unseal'>, sealed: string, instanceId: InstanceId): Promise<Keys> {
  try {
    return shape.parse(JSON.parse(await unseal(sealed, instanceId)));
  } catch {
    throw new SyncError('NOT_CONNECTED', { field: 'credentials', got: 'keys that cannot be opened' });
  }
}
