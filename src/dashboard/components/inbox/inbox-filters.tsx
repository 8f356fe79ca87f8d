import type { JSX } from 'react';
import { Box, Button, Input, TextButton, Tooltip } from '@wix/design-system';
import { INBOX_VIEW_WORDS } from '../../format/inbox/view-words';
import type { InboxCounts, InboxFilter, InboxSummary, InboxView } from '../../../backend/endpoints/inbox/inbox-types';
import { formatCount } from '../../format/format-count';
import { ageKey, ageWords, hoursOfAge } from '../../format/inbox/filter-words';
import { sideWord } from '../../format/inbox/item-words';
import { useTypedSearch } from '../../hooks/use-typed-search';
import { Choice } from '../choice';
import { ProductFilter } from './product-filter';

interface Props {
  readonly filter: InboxFilter;
  readonly summary: InboxSummary | null;
  /** What each tab leads to. */
  readonly counts: InboxCounts | null;
  readonly names: Readonly<Record<string, string>>;
  readonly help: { readonly shown: boolean; readonly show: (shown: boolean) => void };
  readonly onChange: (change: Partial<InboxFilter>) => void;
}

const SIDES = ['wix', 'store'] as const;
const RATINGS = [1, 2, 3] as const;

/** What the list shows. Each choice is part of the query and of the address. */
export function InboxFilters({ filter, summary, counts, names, help, onChange }: Props): JSX.Element {
  return (
    <div role="group" aria-label="Filter the reviews">
      {/* Two rows: counts that become wider move no field to another line. */}
      <Box gap="SP2" flexWrap="wrap" verticalAlign="middle">
        {(Object.keys(INBOX_VIEW_WORDS) as InboxView[]).map((view) => (
          <Toggle key={view} text={`${INBOX_VIEW_WORDS[view]}${counts === null ? '' : ` ${formatCount(counts[view])}`}`} pressed={filter.view === view} onPress={() => onChange({ view })} />
        ))}
        <Gap />
        {RATINGS.map((rating) => <Toggle key={rating} text={`${rating} ★`} pressed={filter.rating === rating} onPress={() => onChange({ rating: filter.rating === rating ? null : rating })} />)}
        <Gap />
        {SIDES.map((side) => <Toggle key={side} text={sideWord(side)} pressed={filter.side === side} onPress={() => onChange({ side: filter.side === side ? null : side })} />)}
      </Box>
      <Box gap="SP2" flexWrap="wrap" verticalAlign="middle" marginTop="SP2">
        <ProductFilter filter={filter} summary={summary} names={names} onChange={(product) => onChange({ product })} />
        <Choice label="Age" value={ageKey(filter.olderThanHours)} words={ageWords(filter, summary)} onChange={(age) => onChange({ olderThanHours: hoursOfAge(age) })} />
        <Search text={filter.text} onChange={(text) => onChange({ text })} />
        <Tooltip content="What the keys do (?)"><TextButton size="small" skin="dark" aria-expanded={help.shown} onClick={() => help.show(!help.shown)}>Keyboard</TextButton></Tooltip>
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
  // The browser's own tooltip: the design system's shows on focus too, and would cover the page while somebody types.
  return <span title="Search words (/)"><Input id="inbox-search" size="small" placeholder="Search words (/)" ariaLabel="Search words in these reviews" value={typed} maxLength={200} onChange={(event) => setTyped(event.currentTarget.value)} /></span>;
}

interface ToggleProps {
  readonly text: string;
  readonly pressed: boolean;
  readonly onPress: () => void;
}

function Toggle({ text, pressed, onPress }: ToggleProps): JSX.Element {
  return <Button size="small" priority={pressed ? 'primary' : 'secondary'} aria-pressed={pressed} onClick={onPress}>{text}</Button>;
}
