import type { JSX } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Box, Button, Card, Checkbox, FormField, Input, Text, TextButton } from '@wix/design-system';
import { useState } from 'react';
import type { AlertSettingsAnswer, AlertSettingsView } from '../../../backend/endpoints/inbox/inbox-types';
import { asProblem } from '../../api/api-problem';
import { getAlertSettings, postAlertSettings, type SettingsChange } from '../../api/inbox-client';
import { formatDuration } from '../../format/format-duration';
import { SETTINGS_KEY, SUMMARY_KEY } from '../../hooks/inbox/inbox-keys';
import { STATUS_KEY } from '../../hooks/query-keys';
import { AlertTroublesNotice } from '../alert-troubles-notice';
import { Choice } from '../choice';
import { ProblemNotice } from '../problem-notice';
import { TableSkeleton } from '../table-skeleton';
import { TestAlert } from './test-alert';

/** Who is told, of what, and when. */
export function AlertSettingsPanel({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const client = useQueryClient();
  // Kept here: what is read again later does not hold it any more.
  const [secret, setSecret] = useState<string | null>(null);
  const settings = useQuery({ queryKey: SETTINGS_KEY, queryFn: getAlertSettings });
  const change = useMutation<AlertSettingsAnswer, Error, SettingsChange>({
    mutationFn: postAlertSettings,
    // One after the other, so that the page ends with what was chosen last.
    scope: { id: 'alert-settings' },
    onSuccess: (answer) => {
      client.setQueryData(SETTINGS_KEY, answer);
      if (answer.webhookSecret !== null) setSecret(answer.webhookSecret);
      void client.invalidateQueries({ queryKey: SUMMARY_KEY });
      void client.invalidateQueries({ queryKey: STATUS_KEY });
    },
  });
  return (
    <section aria-label="Alerts">
      <Card>
        <Card.Header title="Alerts" subtitle="You are told within seconds when a review needs an answer, once for each." suffix={<TextButton size="small" onClick={onClose}>Close</TextButton>} />
        <Card.Divider />
        {settings.data === undefined ? (settings.error === null ? <TableSkeleton /> : <Card.Content><ProblemNotice problem={asProblem(settings.error)} onRetry={() => void settings.refetch()} /></Card.Content>) : (
          <Card.Content>
            <Box direction="vertical" gap="SP4" maxWidth="640px">
              {change.error === null ? null : <ProblemNotice problem={asProblem(change.error)} />}
              <AlertTroublesNotice troubles={settings.data.settings.troubles} leadsThere={false} />
              <Basics settings={settings.data.settings} onChange={change.mutate} />
              <WebhookField host={settings.data.settings.webhookHost} secret={secret} busy={change.isPending} onChange={change.mutate} />
              <QuietHoursField settings={settings.data.settings} onChange={change.mutate} />
              <OverdueField settings={settings.data.settings} onChange={change.mutate} />
              <TestAlert />
            </Box>
          </Card.Content>
        )}
      </Card>
    </section>
  );
}

interface FieldProps {
  readonly settings: AlertSettingsView;
  readonly onChange: (change: SettingsChange) => void;
}

const HOUR_MS = 3_600_000;
const BELOW = [2, 3, 4] as const;

function Basics({ settings: { below, notification, automation }, onChange }: FieldProps): JSX.Element {
  return (
    <Box direction="vertical" gap="SP2">
      <div role="group" aria-label="Stars that need attention">
        <Box gap="SP2" flexWrap="wrap" verticalAlign="middle">
          <Text size="small">Fewer stars than</Text>
          {BELOW.map((stars) => <Button key={stars} size="small" priority={below === stars ? 'primary' : 'secondary'} aria-pressed={below === stars} onClick={() => onChange({ below: stars })}>{String(stars)}</Button>)}
        </Box>
      </div>
      <Checkbox checked={notification} size="small" onChange={() => onChange({ notification: !notification })}>Wix notification: the dashboard’s bell and the Wix Owner app</Checkbox>
      <Checkbox checked={automation} size="small" onChange={() => onChange({ automation: !automation })}>Wix Automations trigger: build an e-mail, a text message or a task on it</Checkbox>
    </Box>
  );
}

interface WebhookProps {
  readonly host: string | null;
  readonly secret: string | null;
  readonly busy: boolean;
  readonly onChange: (change: SettingsChange) => void;
}

/** The address is never shown again: whoever has one of Slack's may write in its channel. */
function WebhookField({ host, secret, busy, onChange }: WebhookProps): JSX.Element {
  const [url, setUrl] = useState('');
  return (
    <Box direction="vertical" gap="SP2">
      <FormField label="Webhook, for Slack or others" id="alert-webhook">
        <Input id="alert-webhook" size="small" placeholder="https://hooks.example.com/…" value={url} onChange={(event) => setUrl(event.currentTarget.value)} />
      </FormField>
      <Box gap="SP2" flexWrap="wrap" verticalAlign="middle">
        <Button size="small" disabled={busy || url.trim() === ''} onClick={() => onChange({ webhookUrl: url.trim() })}>Save the address</Button>
        <Text size="small" secondary>{host === null ? 'Not set up.' : `Alerts go to ${host}.`}</Text>
        {host === null ? null : <TextButton size="small" onClick={() => onChange({ webhookUrl: null })}>Remove</TextButton>}
      </Box>
      {secret === null ? null : <Text size="small" overflowWrap="anywhere">Signing secret, shown until you close this: <code>{secret}</code></Text>}
    </Box>
  );
}

const NIGHT = { from: 22, to: 7 };
const HOURS: Readonly<Record<string, string>> = Object.fromEntries(Array.from({ length: 24 }, (_, hour) => [String(hour), `${String(hour).padStart(2, '0')}:00`]));

function QuietHoursField({ settings: { quiet }, onChange }: FieldProps): JSX.Element {
  const timeZone = quiet?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <Box direction="vertical" gap="SP2">
      <Checkbox checked={quiet !== null} size="small" onChange={() => onChange({ quiet: quiet === null ? { ...NIGHT, timeZone } : null })}>Quiet hours: alerts wait until they are over</Checkbox>
      {quiet === null ? null : (
        <Box gap="SP2" verticalAlign="middle" flexWrap="wrap">
          {(['from', 'to'] as const).map((which) => (
            <Choice key={which} label={which === 'from' ? 'Quiet from' : 'Quiet until'} value={String(quiet[which])} words={HOURS} onChange={(hour) => onChange({ quiet: { ...quiet, [which]: Number(hour) } })} />
          ))}
          <Text size="small" secondary>{timeZone}</Text>
        </Box>
      )}
    </Box>
  );
}

const OVERDUE_HOURS = [12, 24, 48, 72, 168];

function OverdueField({ settings: { overdueHours }, onChange }: FieldProps): JSX.Element {
  const hours = [...new Set([...OVERDUE_HOURS, overdueHours])].toSorted((a, b) => a - b);
  const words = Object.fromEntries(hours.map((hour) => [`${String(hour)} h`, formatDuration(hour * HOUR_MS)]));
  return (
    <Box gap="SP2" verticalAlign="middle" flexWrap="wrap">
      <Text size="small">An open review is overdue after</Text>
      <Choice label="Overdue after" value={`${String(overdueHours)} h`} words={words} onChange={(chosen) => onChange({ overdueHours: Number.parseInt(chosen, 10) })} />
    </Box>
  );
}
