import type { JSX } from 'react';
import { Box, Button, Card, Text, TextButton } from '@wix/design-system';
import { useState } from 'react';
import type { InboxFilter, Verdict } from '../../../backend/endpoints/inbox/inbox-types';
import { counted } from '../../format/format-count';
import { isNarrowed } from '../../format/inbox/inbox-place';
import { useBulk } from '../../hooks/inbox/use-bulk';
import type { Undoable } from '../../hooks/inbox/use-undo';

interface Props {
  readonly filter: InboxFilter;
  readonly chosen: readonly string[];
  readonly shown: number;
  readonly hasMore: boolean;
  readonly onDecide: (ids: readonly string[], verdict: Verdict) => void;
  readonly onChooseShown: () => void;
  readonly onClear: () => void;
  readonly tell: (last: Undoable) => void;
}

/** Deciding about many at once. What it will do is said before it is done. */
export function BulkBar({ filter, chosen, shown, hasMore, onDecide, onChooseShown, onClear, tell }: Props): JSX.Element | null {
  const [asked, setAsked] = useState<{ readonly verdict: Verdict; readonly all: boolean } | null>(null);
  const bulk = useBulk(filter, tell);
  if (bulk.progress !== null) return <Card><Card.Content><Text size="small">{bulk.progress}</Text></Card.Content></Card>;
  if (chosen.length === 0) return bulk.problem === null ? null : <Card><Card.Content><Box gap="SP2"><Text size="small">{bulk.problem}</Text><TextButton size="small" onClick={bulk.retry}>Retry what failed</TextButton></Box></Card.Content></Card>;
  const canTakeAll = chosen.length === shown && hasMore && filter.text === null;
  const ask = (verdict: Verdict) => () => setAsked({ verdict, all: false });
  return (
    <Card>
      <Card.Content>
        {asked === null ? (
          <Box gap="SP2" flexWrap="wrap" verticalAlign="middle">
            <Text size="small" weight="bold">{counted(chosen.length, 'review', 'reviews')} selected</Text>
            {chosen.length < shown ? <TextButton size="small" onClick={onChooseShown}>Select all {shown} shown</TextButton> : null}
            <Button size="small" onClick={ask({ kind: 'resolve', reason: 'Handled together' })}>Resolve</Button>
            <Button size="small" priority="secondary" onClick={ask({ kind: 'snooze', until: 'tomorrow' })}>Snooze</Button>
            <Button size="small" priority="secondary" onClick={ask({ kind: 'dismiss' })}>Not actionable</Button>
            {filter.view === 'done' ? <Button size="small" priority="secondary" onClick={ask({ kind: 'reopen' })}>Open again</Button> : null}
            <TextButton size="small" onClick={onClear}>Clear</TextButton>
          </Box>
        ) : (
          <Box gap="SP2" flexWrap="wrap" verticalAlign="middle">
            <Text size="small">{effect(asked.verdict, asked.all ? null : chosen.length, isNarrowed(filter))}</Text>
            {canTakeAll ? <TextButton size="small" onClick={() => setAsked({ ...asked, all: !asked.all })}>{asked.all ? 'Only those selected' : 'All that match, not only those shown'}</TextButton> : null}
            <Button
              size="small"
              onClick={() => {
                setAsked(null);
                if (asked.all) void bulk.run(asked.verdict).then(onClear);
                else onDecide(chosen, asked.verdict);
              }}
            >
              Do it
            </Button>
            <Button size="small" priority="secondary" onClick={() => setAsked(null)}>Cancel</Button>
          </Box>
        )}
      </Card.Content>
    </Card>
  );
}

function effect(verdict: Verdict, count: number | null, narrowed: boolean): string {
  const which = count === null ? (narrowed ? 'All reviews that match the filters' : 'All reviews in this view') : counted(count, 'review', 'reviews');
  switch (verdict.kind) {
    case 'resolve':
      return `${which} will be resolved without a reply. Customers see nothing of it, and it can be undone.`;
    case 'dismiss':
      return `${which} will be marked as not actionable. It can be undone.`;
    case 'snooze':
      return `${which} will come back tomorrow. It can be undone.`;
    case 'reopen':
      return `${which} will be open again.`;
  }
}
