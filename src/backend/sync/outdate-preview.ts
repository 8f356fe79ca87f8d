import { runRowId } from '../../core/link-id';
import type { SiteSession } from './session';

/** What a preview rests on and a person can choose differently. */
export type PreviewBasis = 'products' | 'fields';

/**
 * Puts on record that a preview made before now foretells what would not happen any more. The next preview begins with
 * a clean row; without one there is nothing to say. 1 call.
 */
export async function outdatePreview({ rows, instanceId, clock }: SiteSession, basis: PreviewBasis): Promise<void> {
  const nowMs = clock.nowMs();
  await rows.patch('previewRuns', runRowId(instanceId), { set: basis === 'products' ? { productsAtMs: nowMs } : { fieldsAtMs: nowMs } });
}
