import { z } from 'zod';
import { brandId, type InstanceId } from '../../core/ids';
import { forgetConnection } from './forget-connection';
import { throwingKnown } from './known-error';
import { leaveStore } from './leave-store';

const shape = z.object({ metadata: z.object({ instanceId: z.string().min(1) }) });

/** Takes our webhook out of the store and forgets its keys while Wix may still let us; it removes the app's collections by itself. */
export async function onAppRemoved(raw: unknown): Promise<void> {
  await throwingKnown(async () => {
    const instanceId = brandId<InstanceId>(shape.parse(raw).metadata.instanceId);
    await leaveStore(instanceId);
    await forgetConnection(instanceId, instanceId);
  });
}
