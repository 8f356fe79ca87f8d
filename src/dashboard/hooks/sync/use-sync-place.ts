import { readPlace, writePlace, type SyncPlace } from '../../format/sync/sync-place';
import { SYNC_PAGE_ID } from '../../pages/sync/sync-page-id';
import { usePlace, type ChangePlace, type PagePlace } from '../use-place';

const SYNC: PagePlace<SyncPlace> = { pageId: SYNC_PAGE_ID, read: readPlace, write: writePlace, isStep: () => false };

export function useSyncPlace(): readonly [SyncPlace, ChangePlace<SyncPlace>] {
  return usePlace(SYNC);
}
