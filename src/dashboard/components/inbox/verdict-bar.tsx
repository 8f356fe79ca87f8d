import type { JSX } from 'react';
import { Box, Button, Text, Tooltip } from '@wix/design-system';
import { useState } from 'react';
import type { InboxItem, Verdict } from '../../../backend/endpoints/inbox/inbox-types';

interface Props {
  readonly state: InboxItem['state'];
  readonly onDecide: (verdict: Verdict) => void;
}

const REASONS = ['Solved with the customer', 'Answered elsewhere', 'Duplicate', 'Spam or abuse reported'];

/** Everything but a reply: a few verdicts, each with its key in the tooltip. */
export function VerdictBar({ state, onDecide }: Props): JSX.Element {
  const [asking, setAsking] = useState<'reason' | 'snooze' | null>(null);
  if (state !== 'open' && state !== 'snoozed') return <Box><Button size="small" priority="secondary" onClick={() => onDecide({ kind: 'reopen' })}>Open again</Button></Box>;
  if (asking === 'reason') {
    return (
      <Choices name="Why is no reply needed?" onBack={() => setAsking(null)}>
        {REASONS.map((reason) => <Button key={reason} size="small" priority="secondary" onClick={() => onDecide({ kind: 'resolve', reason })}>{reason}</Button>)}
      </Choices>
    );
  }
  if (asking === 'snooze') {
    return (
      <Choices name="Come back when?" onBack={() => setAsking(null)}>
        <Button size="small" priority="secondary" onClick={() => onDecide({ kind: 'snooze', until: 'tomorrow' })}>Tomorrow</Button>
        <Button size="small" priority="secondary" onClick={() => onDecide({ kind: 'snooze', until: 'three-days' })}>In 3 days</Button>
        <Button size="small" priority="secondary" onClick={() => onDecide({ kind: 'snooze', until: 'edited' })}>When it is edited</Button>
      </Choices>
    );
  }
  return (
    <div role="group" aria-label="Without a reply">
      <Box gap="SP2" flexWrap="wrap">
        <Tooltip content="Resolve without reply (e)"><Button size="small" priority="secondary" onClick={() => setAsking('reason')}>Resolve</Button></Tooltip>
        <Tooltip content="Snooze until tomorrow (h)"><Button size="small" priority="secondary" onClick={() => setAsking('snooze')}>Snooze</Button></Tooltip>
        <Button size="small" priority="secondary" onClick={() => onDecide({ kind: 'dismiss' })}>Not actionable</Button>
        {state === 'snoozed' ? <Button size="small" priority="secondary" onClick={() => onDecide({ kind: 'reopen' })}>Open now</Button> : null}
      </Box>
    </div>
  );
}

function Choices({ name, onBack, children }: { readonly name: string; readonly onBack: () => void; readonly children: JSX.Element | JSX.Element[] }): JSX.Element {
  return (
    <div role="group" aria-label={name}>
      <Box direction="vertical" gap="SP2">
        <Text size="small" weight="bold">{name}</Text>
        <Box gap="SP2" flexWrap="wrap">{children}<Button size="small" priority="secondary" onClick={onBack}>Back</Button></Box>
      </Box>
    </div>
  );
}
