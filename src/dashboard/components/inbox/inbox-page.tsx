import type { JSX } from 'react';
import { Box, Button, Page } from '@wix/design-system';
import { useEffect } from 'react';
import { useAlertsOpen } from '../../hooks/inbox/use-alerts-open';
import { useInboxTicks } from '../../hooks/inbox/use-inbox-ticks';
import { usePageAddress } from '../../hooks/inbox/use-page-address';
import { useNarrow } from '../../hooks/use-narrow';
import { AlertSettingsPanel } from './alert-settings-panel';
import { InboxDesk } from './inbox-desk';
import { UnwatchedNotice } from './unwatched-notice';

/** Left alone, the page is never narrower than 960 pixels. */
const NARROW = { minWidth: 0, sidePadding: 18 };
/** As high as its frame, so that the list scrolls in it and the open review stays beside. */
const WIDE = { height: '100vh' };

/** Everything that needs an answer, and how its owner hears of it. */
export function InboxPage(): JSX.Element {
  const narrow = useNarrow();
  const [settings, setSettings] = useAlertsOpen();
  const alerts = <Button size="small" priority="secondary" aria-expanded={settings} onClick={() => setSettings(!settings)}>Alerts</Button>;
  const watch = useInboxTicks();
  usePageAddress();
  useEffect(() => {
    document.title = 'Needs attention';
  }, []);
  return (
    <Page {...(narrow ? NARROW : WIDE)}>
      <Page.Header
        title="Needs attention"
        subtitle="Reviews with few stars, until each has been dealt with."
        {...(narrow ? {} : { actionsBar: alerts })}
      />
      <Page.Content>
        <Box direction="vertical" gap="SP4">
          {narrow ? <Box>{alerts}</Box> : null}
          {settings ? <AlertSettingsPanel onClose={() => setSettings(false)} /> : null}
          {watch === 'on' ? null : <UnwatchedNotice why={watch} />}
          <InboxDesk isWatching={watch === 'on'} />
        </Box>
      </Page.Content>
    </Page>
  );
}
