import { z } from 'zod';
import { SyncError } from '../../../core/sync-error';
import type { AttentionRow } from '../../sync/attention-row';
import type { SiteSession } from '../../sync/session';

export const ItemId = z.string('text').min(1, 'an id').max(100, 'an id');

/** 1 call. Throws `ITEM_UNKNOWN` when this site has no such item. */
export async function knownItem({ rows }: SiteSession, id: string): Promise<AttentionRow> {
  const row = await rows.get('attention', id);
  if (row === null) throw new SyncError('ITEM_UNKNOWN', { field: 'id' });
  return row;
}
