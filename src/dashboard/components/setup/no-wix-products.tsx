import type { JSX } from 'react';
import { SectionHelper, Text } from '@wix/design-system';

/** Nothing can match where nothing is: a site whose catalog is empty. */
export function NoWixProducts(): JSX.Element {
  return (
    <SectionHelper skin="warning" fullWidth>
      <Text size="small">
        Your Wix site shows no products, so there is nothing to match with and no review can cross. Give it the products you sell, then press “Match again”.
      </Text>
    </SectionHelper>
  );
}
