import type { QueryClient } from '@tanstack/react-query';
import type { InboxDetail, InboxItem } from '../../../backend/endpoints/inbox/inbox-types';
import type { SeenItem } from '../../api/inbox-client';
import { itemKey } from './inbox-keys';

/** These items as the page shows them at this moment: the open one in its panel, which an alert may have led to, the others in the list. */
export function seenItems(client: QueryClient, items: readonly InboxItem[], openId: string | null, ids: readonly string[]): readonly SeenItem[] {
  const open = openId === null ? undefined : client.getQueryData<InboxDetail>(itemKey(openId))?.item;
  return ids.flatMap((id) => (open?.id === id ? open : items.find((item) => item.id === id)) ?? []);
}
