import type { JSX } from 'react';
import { Box, Button, Input, Text, TextButton } from '@wix/design-system';
import { INBOX_VIEW_WORDS } from '../../format/inbox/view-words';
import type { InboxFilter, InboxSummary, InboxView } from '../../../backend/endpoints/inbox/inbox-types';
import { formatCount } from '../../format/format-count';
import { sideWord } from '../../format/inbox/item-words';
import { useTypedSearch } from '../../hooks/use-typed-search';

interface Props {
  readonly filter: InboxFilter;
  readonly summary: InboxSummary | null;
  readonly names: Readonly<Record<string, string>>;
  readonly onChange: (change: Partial<InboxFilter>) => void;
}

const SIDES = ['wix', 'store'] as const;
const RATINGS = [1, 2, 3] as const;

/** What the list shows. Each choice is part of the query and of the address. */
export function InboxFilters({ filter, summary, names, onChange }: Props): JSX.Element {
  return (
    <div role="group" aria-label="Filter the reviews">
      <Box gap="SP2" flexWrap="wrap" verticalAlign="middle">
        {(Object.keys(INBOX_VIEW_WORDS) as InboxView[]).map((view) => (
          <Choice key={view} text={`${INBOX_VIEW_WORDS[view]}${summary === null ? '' : ` ${formatCount(summary[view])}`}`} pressed={filter.view === view} onPress={() => onChange({ view })} />
        ))}
        <Gap />
        {RATINGS.map((rating) => <Choice key={rating} text={`${rating} ★`} pressed={filter.rating === rating} onPress={() => onChange({ rating: filter.rating === rating ? null : rating })} />)}
        <Gap />
        {SIDES.map((side) => <Choice key={side} text={sideWord(side)} pressed={filter.side === side} onPress={() => onChange({ side: filter.side === side ? null : side })} />)}
        <Choice text="Overdue" pressed={filter.olderThanHours !== null} onPress={() => onChange({ olderThanHours: filter.olderThanHours === null ? (summary?.overdueHours ?? 24) : null })} />
        {filter.product === null ? null : (
          <Box gap="SP1" verticalAlign="middle">
            <Text size="small">Product: <bdi>{names[filter.product] ?? filter.product}</bdi></Text>
            <TextButton size="small" onClick={() => onChange({ product: null })}>All products</TextButton>
          </Box>
        )}
        <Search text={filter.text} onChange={(text) => onChange({ text })} />
      </Box>
    </div>
  );
}

function Gap(): JSX.Element {
  return <span aria-hidden="true" style={{ width: 6 }} />;
}

interface SearchProps {
  readonly text: string | null;
  readonly onChange: (text: string | null) => void;
}

function Search({ text, onChange }: SearchProps): JSX.Element {
  const [typed, setTyped] = useTypedSearch(text, onChange);
  return <Input id="inbox-search" size="small" placeholder="Search words" ariaLabel="Search words in these reviews" value={typed} maxLength={200} onChange={(event) => setTyped(event.currentTarget.value)} />;
}

interface ChoiceProps {
  readonly text: string;
  readonly pressed: boolean;
  readonly onPress: () => void;
}

function Choice({ text, pressed, onPress }: ChoiceProps): JSX.Element {
  return <Button size="small" priority={pressed ? 'primary' : 'secondary'} aria-pressed={pressed} onClick={onPress}>{text}</Button>;
}
