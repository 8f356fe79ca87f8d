import { z } from 'zod';
import { brandId, type InstanceId } from '../../core/ids';
import { forgetConnection } from './forget-connection';

const shape = z.object({ metadata: z.object({ instanceId: z.string().min(1) }) });

/** Forgets the store's keys while Wix may still let us; it removes the app's collections by itself. */
export async function onAppRemoved(raw: unknown): Promise<void> {
  const { metadata } = shape.parse(raw);
  const instanceId = brandId<InstanceId>(metadata.instanceId);
  await forgetConnection(instanceId, instanceId);
}
