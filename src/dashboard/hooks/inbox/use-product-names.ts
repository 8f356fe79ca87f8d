import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { InboxItem } from '../../../backend/endpoints/inbox/inbox-types';
import { getInboxNames } from '../../api/inbox-client';
import { productKey } from '../../format/inbox/item-words';
import { namesKey } from './inbox-keys';

const MOST = 100;

/** What the products of a list, and the one it is narrowed to, are called. Comes after the rows, which are worth reading without it. */
export function useProductNames(items: readonly InboxItem[], chosen: string | null): Readonly<Record<string, string>> {
  const products = [...new Set([...(chosen === null ? [] : [chosen]), ...items.flatMap((item) => productKey(item) ?? [])])].slice(0, MOST);
  const names = useQuery({ queryKey: namesKey(products), queryFn: () => getInboxNames(products), enabled: products.length > 0, staleTime: Infinity, placeholderData: keepPreviousData });
  return names.data?.names ?? {};
}
