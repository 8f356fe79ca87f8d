import { dashboard } from '@wix/dashboard';
import { Box, Button, SectionHelper, Text } from '@wix/design-system';
import type { JSX } from 'react';
import type { AlertTrouble } from '../../backend/endpoints/api-types';
import { alertTroubleSentence } from '../format/alert-trouble-words';
import { ALERTS_OPEN } from '../format/inbox/alerts-open';
import { INBOX_PAGE_ID } from '../pages/inbox/inbox-page-id';

interface Props {
  readonly troubles: readonly AlertTrouble[];
  /** Leads to the alert settings; left out where they are. */
  readonly leadsThere: boolean;
}

/** Where the owner is not told of bad reviews any more. Nothing while all is well. */
export function AlertTroublesNotice({ troubles, leadsThere }: Props): JSX.Element | null {
  if (troubles.length === 0) return null;
  return (
    <div role="status" aria-label="Alerts that do not arrive">
      <SectionHelper fullWidth skin="warning">
        <Box direction="vertical" gap="SP2">
          {troubles.map((trouble) => <Text key={trouble.channel} size="small">{alertTroubleSentence(trouble)}</Text>)}
          {leadsThere
            ? <Box><Button size="small" priority="secondary" onClick={() => dashboard.navigate({ pageId: INBOX_PAGE_ID, relativeUrl: ALERTS_OPEN })}>Open the alert settings</Button></Box>
            : <Text size="small">Put it right below, then press “Send me a test”.</Text>}
        </Box>
      </SectionHelper>
    </div>
  );
}
