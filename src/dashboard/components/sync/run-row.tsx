import { Badge, Box, Button, Divider, Text } from '@wix/design-system';
import { useState, type JSX } from 'react';
import { problemWords } from '../../format/problem-words';
import type { RunItem } from '../../../backend/endpoints/api-types';
import { formatAbsolute } from '../../format/format-moment';
import { isUnderWay, runBadge, runResult, runTitle } from '../../format/sync/run-words';
import { Moment } from '../moment';
import { RollbackDialog } from './rollback-dialog';

interface Props {
  readonly item: RunItem;
  readonly nowMs: number;
  readonly first: boolean;
  /** One run at a time: nothing can be rolled back while another is under way. */
  readonly busy: boolean;
  readonly onCancel: () => void;
}

/** One run: what it was, when, what came of it, and the way back. */
export function RunRow({ item, nowMs, first, busy, onCancel }: Props): JSX.Element {
  const [asking, setAsking] = useState(false);
  const { run, copies } = item;
  const { text, skin } = runBadge(run);
  const began = formatAbsolute(run.startedAtMs);
  return (
    <Box role="listitem" direction="vertical" gap="SP2">
      {first ? null : <Divider />}
      <Box gap="SP3" verticalAlign="middle" align="space-between" flexWrap="wrap">
        <Box direction="vertical" gap="SP1" flex="1 1 220px">
          <Box gap="SP2" verticalAlign="middle" flexWrap="wrap">
            <Text size="small" weight="bold">{runTitle(run)}</Text>
            <Badge size="small" skin={skin} uppercase={false}>{text}</Badge>
            <Moment atMs={run.startedAtMs} nowMs={Math.max(nowMs, run.startedAtMs)} />
          </Box>
          <Text size="small" secondary>{runResult(item)}</Text>
          {run.trouble === null || run.state === 'held' ? null : <Text size="tiny" skin="error">{problemWords(run.trouble)}</Text>}
        </Box>
        {isUnderWay(run) ? (
          <Button size="tiny" priority="secondary" aria-label={`Cancel the run of ${began}`} onClick={onCancel}>Cancel</Button>
        ) : copies !== null && copies > 0 ? (
          <Button size="tiny" priority="secondary" disabled={busy} aria-label={`Roll back the run of ${began}`} onClick={() => setAsking(true)}>Roll back</Button>
        ) : null}
      </Box>
      {asking && copies !== null ? <RollbackDialog startedAtMs={run.startedAtMs} copies={copies} onClose={() => setAsking(false)} /> : null}
    </Box>
  );
}
