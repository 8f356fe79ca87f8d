import type { JSX } from 'react';
import { Box, Button, SectionHelper, Text } from '@wix/design-system';
import type { InboxItem } from '../../../backend/endpoints/inbox/inbox-types';
import { counted } from '../../format/format-count';
import { toldOf } from '../../format/inbox/verdict-words';
import type { Failed } from '../../hooks/inbox/use-decisions';

interface Props {
  readonly failed: Failed | null;
  readonly items: readonly InboxItem[];
  readonly onRetry: (failed: Failed) => void;
  readonly onClose: () => void;
}

const NAMED = 5;

/** Whose reviews a verdict failed for, and why. They are back in the list. */
export function FailedBar({ failed, items, onRetry, onClose }: Props): JSX.Element | null {
  if (failed === null) return null;
  const { ids, verdict, sentence } = failed;
  const names = ids.flatMap((id) => items.find((item) => item.id === id)?.text?.author ?? []).filter((name) => name !== '');
  const more = ids.length - Math.min(names.length, NAMED);
  return (
    <div role="alert">
      <SectionHelper skin="danger" fullWidth title={`${counted(ids.length, 'review was', 'reviews were')} not ${toldOf(verdict)}`}>
        <Box direction="vertical" gap="SP2">
          <Text size="small">{sentence}</Text>
          {names.length === 0 ? null : <Text size="small"><bdi>{names.slice(0, NAMED).join(', ')}</bdi>{more > 0 ? ` and ${String(more)} more` : ''}</Text>}
          <Box gap="SP2">
            <Button size="small" onClick={() => onRetry(failed)}>Try again</Button>
            <Button size="small" priority="secondary" onClick={onClose}>Leave as they are</Button>
          </Box>
        </Box>
      </SectionHelper>
    </div>
  );
}
