import { Box, SectionHelper, Text } from '@wix/design-system';
import type { JSX } from 'react';
import type { Watch } from '../../hooks/inbox/use-inbox-ticks';
import { SetupLink } from '../setup/setup-link';

/** An empty inbox means nothing while nobody looks at new reviews, so that is said above it. */
export function UnwatchedNotice({ why }: { readonly why: Exclude<Watch, 'on'> }): JSX.Element {
  return why === 'paused' ? (
    <SectionHelper fullWidth skin="warning" title="The sync is paused"><Text size="small">New reviews do not appear here until you resume it on the page Reviews sync.</Text></SectionHelper>
  ) : (
    <SectionHelper fullWidth skin="warning" title="No store is connected">
      <Box direction="vertical" gap="SP2">
        <Text size="small">New reviews appear here from the moment you connect your store.</Text>
        <Box><SetupLink /></Box>
      </Box>
    </SectionHelper>
  );
}
