import type { JSX } from 'react';
import { Box, Text } from '@wix/design-system';
import type { ConnectedSummary } from '../../../backend/endpoints/api-types';
import { formatCount } from '../../format/format-count';
import { Moment } from '../moment';

/** What has come of it so far, as the ledger had it when it was counted last: counting costs calls that the run needs. */
export function RunCounts({ summary: { outcomes, counts, checkedAtMs } }: { readonly summary: ConnectedSummary }): JSX.Element {
  const stays = counts.skipped + counts.unmatched + counts.blocked;
  const facts: readonly (readonly [number, string])[] = [
    [outcomes['created-on-wix'], 'copied to Wix'], [outcomes['created-in-store'], 'copied to the store'], [outcomes.matched, 'linked as the same'], [stays, 'stay where they are'],
  ];
  return (
    <div>
      <dl className="rr-facts">
        {facts.map(([n, name]) => <div key={name}><dt>{name}</dt><dd className="rr-figure">{formatCount(n)}</dd></div>)}
      </dl>
      <Box gap="SP1" verticalAlign="middle"><Text size="tiny" secondary>Counted</Text><Moment atMs={checkedAtMs} nowMs={Date.now()} /></Box>
    </div>
  );
}
