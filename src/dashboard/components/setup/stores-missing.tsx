import type { JSX } from 'react';
import { Box, SectionHelper, Text } from '@wix/design-system';
import { MatchAgainButton } from '../match-again-button';

/** A site without Wix Stores: there is no catalog, and so nothing that a review could belong to. */
export function StoresMissing({ disabled }: { readonly disabled: boolean }): JSX.Element {
  return (
    <SectionHelper skin="warning" fullWidth title="Wix Stores is not installed">
      <Box direction="vertical" gap="SP2">
        <Text size="small">Reviews belong to products, and this site has no shop that could hold them. Add “Wix Stores” from the App Market to this site, then match.</Text>
        <Box><MatchAgainButton disabled={disabled} /></Box>
      </Box>
    </SectionHelper>
  );
}
