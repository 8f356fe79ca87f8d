import { Box, Text } from '@wix/design-system';
import type { JSX } from 'react';
import type { TimelineAnswer } from '../../../backend/endpoints/api-types';
import { formatAbsolute } from '../../format/format-moment';
import { formatCount } from '../../format/format-count';

const PLAIN = { listStyle: 'none', margin: 0, padding: 0 };

/** Oldest first, as it happened. */
export function TimelineMoments({ moments }: Pick<TimelineAnswer, 'moments'>): JSX.Element {
  if (moments.length === 0) return <Text size="small" secondary>Nothing has happened to it yet.</Text>;
  return (
    <ol aria-label="What happened" style={PLAIN}>
      {moments.map(({ atMs, what, times, sentence }) => (
        <li key={`${String(atMs)} ${what}`}>
          <Box direction="vertical" padding="SP1 SP3" marginBottom="SP1" borderInlineStart="2px solid" borderColor="D60">
            <Text size="small">{what}{times === 1 ? '' : ` (${formatCount(times)} times)`}</Text>
            {sentence === null ? null : <Text size="tiny">{sentence}</Text>}
            <time dateTime={new Date(atMs).toISOString()}><Text size="tiny" secondary>{formatAbsolute(atMs)}</Text></time>
          </Box>
        </li>
      ))}
    </ol>
  );
}
