import type { JSX } from 'react';
import { Box, SectionHelper, Text, TextButton } from '@wix/design-system';
import { SHORTCUTS } from '../../format/inbox/shortcut-words';

export function ShortcutHelp({ onClose }: { readonly onClose: () => void }): JSX.Element {
  return (
    <SectionHelper fullWidth title="Keys">
      <Box gap="SP4" flexWrap="wrap">
        {SHORTCUTS.map(({ key, does }) => <Text key={key} size="small"><kbd>{key}</kbd> {does}</Text>)}
        <TextButton size="small" onClick={onClose}>Close</TextButton>
      </Box>
    </SectionHelper>
  );
}
