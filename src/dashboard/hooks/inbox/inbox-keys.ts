import type { InboxFilter } from '../../../backend/endpoints/inbox/inbox-types';

export const ITEMS_KEY = ['inbox', 'items'] as const;
export const SUMMARY_KEY = ['inbox', 'summary'] as const;
export const SETTINGS_KEY = ['inbox', 'settings'] as const;

export const itemsKey = (filter: InboxFilter): readonly unknown[] => [...ITEMS_KEY, filter];
export const pulseKey = (filter: InboxFilter): readonly unknown[] => ['inbox', 'pulse', filter];
export const ITEM_KEY = ['inbox', 'item'] as const;

export const itemKey = (id: string | null): readonly unknown[] => [...ITEM_KEY, id];
export const COUNT_KEY = ['inbox', 'count'] as const;

/** One answer has the numbers of all views. */
export const countKey = ({ view: _, ...filter }: InboxFilter): readonly unknown[] => [...COUNT_KEY, filter];
