import type { InboxItem } from '../../../backend/endpoints/inbox/inbox-types';

type Named = Pick<InboxItem, 'id'>;

/** The item to go on with once `ids` are dealt with: the next one after `openId`, else the one before; `null` at the end. */
export function itemAfter(items: readonly Named[], ids: readonly string[], openId: string): string | null {
  const at = items.findIndex(({ id }) => id === openId);
  const left = [...items.slice(at + 1), ...items.slice(0, Math.max(0, at)).toReversed()];
  return left.find(({ id }) => !ids.includes(id))?.id ?? null;
}

/** One down or up from `openId`, staying within the list. */
export function itemBeside(items: readonly Named[], openId: string | null, by: 1 | -1): string | null {
  const at = items.findIndex(({ id }) => id === openId);
  return items[Math.min(items.length - 1, Math.max(0, at + by))]?.id ?? null;
}
