import type { JSX } from 'react';
import { Box, SectionHelper, Text, TextButton, Tooltip } from '@wix/design-system';
import { SHORTCUTS } from '../../format/inbox/shortcut-words';

export function ShortcutHelp({ onClose }: { readonly onClose: () => void }): JSX.Element {
  return (
    <SectionHelper fullWidth title="Keys">
      <Box gap="SP4" flexWrap="wrap">
        {SHORTCUTS.map(({ key, does }) => <Text key={key} size="small"><kbd>{key}</kbd> {does}</Text>)}
        <Tooltip content="Close (Esc)"><TextButton size="small" onClick={onClose}>Close</TextButton></Tooltip>
      </Box>
    </SectionHelper>
  );
}
