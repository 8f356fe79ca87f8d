import { useQuery } from '@tanstack/react-query';
import { getWixProducts } from '../../api/setup-client';
import { WIX_CATALOG_KEY } from '../query-keys';

/** `there` until something else is known. */
export type WixCatalog = 'there' | 'empty' | 'missing';

/** Whether the site has products to match with; asked only where it matters. */
export function useWixCatalog(isAsked: boolean): WixCatalog {
  const { data } = useQuery({ queryKey: WIX_CATALOG_KEY, queryFn: () => getWixProducts('', null), enabled: isAsked });
  if (!isAsked || data === undefined) return 'there';
  if (!data.hasStores) return 'missing';
  return data.items.length === 0 && data.next === null ? 'empty' : 'there';
}
