import type { QueryClient } from '@tanstack/react-query';
import type { InboxFilter } from '../../../backend/endpoints/inbox/inbox-types';
import { getInboxItems } from '../../api/inbox-client';
import { withFreshStart } from '../../format/merge-pages';
import { COUNT_KEY, ITEM_KEY, ITEMS_KEY, itemsKey, SUMMARY_KEY } from './inbox-keys';
import type { InboxPages } from './use-inbox-list';

/** Lists up to this long are read again as a whole; two calls a page is what Wix's quota bears. */
const FEW_PAGES = 2;

/** After something changed: the numbers, the open item, and the list that is on the page. */
export async function refreshInbox(client: QueryClient, filter: InboxFilter): Promise<void> {
  client.removeQueries({ queryKey: ITEMS_KEY, type: 'inactive' });
  await Promise.all([client.invalidateQueries({ queryKey: SUMMARY_KEY }), client.invalidateQueries({ queryKey: COUNT_KEY }), client.invalidateQueries({ queryKey: ITEM_KEY }), refreshList(client, filter)]);
}

/** A long list keeps its place: only its first page is read, and the rest stays as it was scrolled to. */
export async function refreshList(client: QueryClient, filter: InboxFilter): Promise<void> {
  const key = itemsKey(filter);
  if ((client.getQueryData<InboxPages>(key)?.pages.length ?? 0) <= FEW_PAGES) {
    await client.invalidateQueries({ queryKey: key });
    return;
  }
  const fresh = await getInboxItems(filter, {}).catch(() => null);
  if (fresh?.kind !== 'items') return;
  client.setQueryData<InboxPages>(key, (list) => list && { ...list, pages: [...withFreshStart(list.pages, fresh)] });
}
