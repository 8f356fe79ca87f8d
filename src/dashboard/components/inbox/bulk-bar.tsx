import { useEffect, useRef, type JSX } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Box, Button, Card, Text, TextButton, Tooltip } from '@wix/design-system';
import type { InboxFilter, Verdict } from '../../../backend/endpoints/inbox/inbox-types';
import { getInboxCounts } from '../../api/inbox-client';
import { counted } from '../../format/format-count';
import { effectOf, RESOLVE_TOGETHER } from '../../format/inbox/verdict-words';
import { countKey } from '../../hooks/inbox/inbox-keys';
import { useBulk } from '../../hooks/inbox/use-bulk';
import type { BulkAsked, BulkQuestion } from '../../hooks/inbox/use-bulk-question';
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
  readonly question: BulkQuestion;
}

/** Deciding about many at once. What it will do is said before it is done. */
export function BulkBar({ filter, chosen, shown, hasMore, onDecide, onChooseShown, onClear, tell, question: { asked, ask } }: Props): JSX.Element | null {
  const bulk = useBulk(filter, tell);
  const confirm = ({ verdict, all }: BulkAsked, total: number | null): void => {
    ask(null);
    if (all) void bulk.run(verdict, total).then(onClear);
    else onDecide(chosen, verdict);
  };
  if (bulk.progress !== null) return <Bar><div role="status"><Text size="small">{bulk.progress}</Text></div></Bar>;
  if (bulk.problem !== null) return <Bar><div role="alert"><Box gap="SP2" flexWrap="wrap"><Text size="small">{bulk.problem}</Text><TextButton size="small" onClick={bulk.retry}>Go on with the rest</TextButton><TextButton size="small" onClick={bulk.leave}>Stop here</TextButton></Box></div></Bar>;
  if (chosen.length === 0) return null;
  if (asked !== null) {
    return <Bar><Confirm asked={asked} filter={filter} count={chosen.length} canTakeAll={chosen.length === shown && hasMore && filter.text === null} onChange={ask} onConfirm={confirm} /></Bar>;
  }
  const askFor = (verdict: Verdict) => () => ask({ verdict, all: false });
  return (
    <Bar>
      <Box gap="SP2" flexWrap="wrap" verticalAlign="middle">
        <Text size="small" weight="bold">{counted(chosen.length, 'review', 'reviews')} selected</Text>
        {chosen.length < shown ? <TextButton size="small" onClick={onChooseShown}>Select all {shown} shown</TextButton> : null}
        {filter.view === 'done' ? <Button size="small" onClick={askFor({ kind: 'reopen' })}>Open again</Button> : (
          <>
            <Tooltip content="Resolve without reply (e)"><Button size="small" onClick={askFor(RESOLVE_TOGETHER)}>Resolve</Button></Tooltip>
            <Tooltip content="Snooze until tomorrow (h)"><Button size="small" priority="secondary" onClick={askFor({ kind: 'snooze', until: 'tomorrow' })}>Snooze until tomorrow</Button></Tooltip>
            <Button size="small" priority="secondary" onClick={askFor({ kind: 'dismiss' })}>Not actionable</Button>
          </>
        )}
        <Tooltip content="Select none (Esc)"><TextButton size="small" onClick={onClear}>Clear</TextButton></Tooltip>
      </Box>
    </Bar>
  );
}

function Bar({ children }: { readonly children: JSX.Element }): JSX.Element {
  return <section aria-label="Several reviews at once"><Card><Card.Content>{children}</Card.Content></Card></section>;
}

interface ConfirmProps {
  readonly asked: BulkAsked;
  readonly filter: InboxFilter;
  readonly count: number;
  readonly canTakeAll: boolean;
  readonly onChange: (asked: BulkAsked | null) => void;
  readonly onConfirm: (asked: BulkAsked, total: number | null) => void;
}

function Confirm({ asked, filter, count, canTakeAll, onChange, onConfirm }: ConfirmProps): JSX.Element {
  const counts = useQuery({ queryKey: countKey(filter), queryFn: () => getInboxCounts(filter), enabled: asked.all, staleTime: 0 });
  // The number on the tab may be a minute old; this one is what will be done.
  const total = counts.isFetchedAfterMount ? (counts.data?.[filter.view] ?? null) : null;
  const which = asked.all ? (total === null ? 'All reviews that match' : `All ${counted(total, 'review', 'reviews')} that match`) : counted(count, 'review', 'reviews');
  const place = useRef<HTMLDivElement>(null);
  // What was pressed is gone, or was a key: Enter confirms, Esc leaves.
  useEffect(() => place.current?.querySelector<HTMLElement>('[data-confirm]')?.focus(), []);
  return (
    <div ref={place}>
    <Box gap="SP2" flexWrap="wrap" verticalAlign="middle">
      <Text size="small">{effectOf(asked.verdict, which)}</Text>
      {canTakeAll ? <TextButton size="small" onClick={() => onChange({ ...asked, all: !asked.all })}>{asked.all ? 'Only those selected' : 'All that match, not only those shown'}</TextButton> : null}
      <Button size="small" data-confirm onClick={() => onConfirm(asked, total)}>Do it</Button>
      <Tooltip content="Cancel (Esc)"><Button size="small" priority="secondary" onClick={() => onChange(null)}>Cancel</Button></Tooltip>
    </Box>
    </div>
  );
}
