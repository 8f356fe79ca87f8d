import { z } from 'zod';
import { brandId, type InstanceId } from '../../core/ids';
import { sessionOpener } from '../runtime/session-opener';
import { CallBudget } from '../sync/call-budget';
import { rememberOrigin } from '../sync/site-origin';
import { forgetConnection } from './forget-connection';
import { throwingKnown } from './known-error';

const shape = z.object({
  data: z.object({ originInstanceId: z.string().nullish() }).nullish(),
  metadata: z.object({ instanceId: z.string().min(1) }),
});

/**
 * A duplicated site may come with a copy of every row of the original. Rows of another instance are never read, so the
 * copy has no store and writes to none; the copied connection holds the original's keys, so it goes at once. What stays
 * is a row of the copy's own by which its pages say what it is. Throwing asks Wix to tell us again.
 */
export async function onAppInstalled(raw: unknown): Promise<void> {
  await throwingKnown(async () => {
    const { data, metadata } = shape.parse(raw);
    if (!data?.originInstanceId) return;
    const copy = brandId<InstanceId>(metadata.instanceId);
    const origin = brandId<InstanceId>(data.originInstanceId);
    await forgetConnection(copy, origin);
    await rememberOrigin(sessionOpener().openSite(copy, new CallBudget(1)), origin);
  });
}
