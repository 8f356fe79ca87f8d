import { Box, Button, Text, TextButton } from '@wix/design-system';
import type { JSX } from 'react';
import { formatCount } from '../../format/format-count';
import { useExport } from '../../hooks/sync/use-export';
import type { LinksFilter } from '../../hooks/use-links';

/** The list as it is narrowed, as a file. */
export function ExportButton({ filter }: { readonly filter: LinksFilter }): JSX.Element {
  const { read, problem, start, stop } = useExport(filter);
  return (
    <Box gap="SP2" verticalAlign="middle" flexWrap="wrap">
      <div role="status" aria-label="Export">
        {problem === null ? null : <Text size="tiny" skin="error">{problem} Nothing was exported.</Text>}
        {read === null ? null : <Text size="tiny" secondary>{formatCount(read)} read…</Text>}
      </div>
      {read === null ? <Button size="small" priority="secondary" onClick={() => void start()}>Export CSV</Button> : <TextButton size="small" onClick={stop}>Stop the export</TextButton>}
    </Box>
  );
}
