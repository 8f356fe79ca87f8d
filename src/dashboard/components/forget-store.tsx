import { Box, Button, Text } from '@wix/design-system';
import type { JSX } from 'react';
import { forgetStore } from '../hooks/forget-store';
import { useAction } from '../hooks/use-action';

/** The way on when this site's reviews are linked with a store of before. `onDone`: another store may be connected now. */
export function ForgetStore({ onDone }: { readonly onDone: () => void }): JSX.Element {
  const forget = useAction({ run: forgetStore, told: () => 'The links with the store of before are gone. All reviews stay.' });
  return (
    <Box direction="vertical" gap="SP2">
      <Text size="small">
        Is this a new store? Then forget the links with the one before: product matches, histories, the inbox’s items and the list of runs go, and every
        review stays where it is, in both shops. This cannot be undone.
      </Text>
      <Box>
        <Button type="button" skin="destructive" priority="secondary" disabled={forget.isPending} onClick={() => { forget.mutate(undefined, { onSuccess: onDone }); }}>
          {forget.isPending ? 'Forgetting the links…' : 'Forget the links and connect'}
        </Button>
      </Box>
    </Box>
  );
}
