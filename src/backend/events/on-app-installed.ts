import { z } from 'zod';
import { brandId, type InstanceId } from '../../core/ids';
import { forgetConnection } from './forget-connection';

const shape = z.object({
  data: z.object({ originInstanceId: z.string().nullish() }).nullish(),
  metadata: z.object({ instanceId: z.string().min(1) }),
});

/**
 * A duplicated site comes with a copy of every row of the original. Rows of another instance are never read, but the
 * copied connection holds the original's keys, so it goes at once. They are sealed for the other site in any case.
 */
export async function onAppInstalled(raw: unknown): Promise<void> {
  const { data, metadata } = shape.parse(raw);
  const origin = data?.originInstanceId;
  if (origin) await forgetConnection(brandId<InstanceId>(metadata.instanceId), brandId<InstanceId>(origin));
}
