import type { JSX } from 'react';
import { Box, Button } from '@wix/design-system';
import type { LinkItem, StateCounts } from '../../backend/endpoints/api-types';
import { formatCount } from '../format/format-count';
import { LINK_STATES, STATE_LABELS } from '../format/link-state-label';

type Filter = LinkItem['state'] | null;

interface Props {
  readonly counts: StateCounts;
  readonly filter: Filter;
  readonly onChange: (next: Filter) => void;
}

/** How many reviews stand where. Each number opens its own list; pressing it again opens the whole one. */
export function StateFilter({ counts, filter, onChange }: Props): JSX.Element {
  const total = LINK_STATES.reduce((sum, state) => sum + counts[state], 0);
  return (
    <div role="group" aria-label="Filter the list by state">
      <Box gap="SP2" flexWrap="wrap">
        <Choice text={`All ${formatCount(total)}`} pressed={filter === null} onPress={() => onChange(null)} />
        {LINK_STATES.map((state) => (
          <Choice
            key={state}
            text={`${STATE_LABELS[state].text} ${formatCount(counts[state])}`}
            pressed={filter === state}
            onPress={() => onChange(filter === state ? null : state)}
          />
        ))}
      </Box>
    </div>
  );
}

interface ChoiceProps {
  readonly text: string;
  readonly pressed: boolean;
  readonly onPress: () => void;
}

function Choice({ text, pressed, onPress }: ChoiceProps): JSX.Element {
  return (
    <Button size="small" priority={pressed ? 'primary' : 'secondary'} aria-pressed={pressed} onClick={onPress}>{text}</Button>
  );
}
