import { Box, Button, SectionHelper, Text } from '@wix/design-system';
import type { JSX } from 'react';
import { movedWords } from '../format/moved-words';

interface Props {
  /** How many of the reviews that were looked for are there, as the endpoint puts it. */
  readonly found: string | undefined;
  readonly busy: boolean;
  readonly onGoOn: () => void;
}

/** The shop of before at a new address, as far as its reviews can tell; only its owner knows. */
export function MovedStore({ found, busy, onGoOn }: Props): JSX.Element {
  return (
    <div role="alert">
      <SectionHelper skin="standard" fullWidth>
        <Box direction="vertical" gap="SP2">
          <Text size="small" weight="bold">{movedWords(found)}</Text>
          <Text size="small">Go on with it, and all that is linked stays linked. A copy to try things out with is not your shop: connect the address that customers buy at.</Text>
          <Box><Button type="button" size="small" disabled={busy} onClick={onGoOn}>{busy ? 'Checking the store…' : 'Go on with this shop'}</Button></Box>
        </Box>
      </SectionHelper>
    </div>
  );
}
