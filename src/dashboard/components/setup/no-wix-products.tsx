import type { JSX } from 'react';
import { useQuery } from '@tanstack/react-query';
import { SectionHelper, Text } from '@wix/design-system';
import { getWixProducts } from '../../api/setup-client';
import { wixProductsKey } from '../../hooks/query-keys';

/** Nothing can match where nothing is: a site without Wix Stores, or with an empty catalog. */
export function NoWixProducts(): JSX.Element | null {
  const { data } = useQuery({ queryKey: wixProductsKey(''), queryFn: () => getWixProducts('', null) });
  if (data === undefined || data.items.length > 0 || data.next !== null) return null;
  return (
    <SectionHelper skin="warning" fullWidth>
      <Text size="small">
        Your Wix site shows no products, so there is nothing to match with and no review can cross. Add the app “Wix Stores” to the site and give it the products you sell, then press “Match again”.
      </Text>
    </SectionHelper>
  );
}
