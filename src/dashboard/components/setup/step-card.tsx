import type { JSX, ReactNode } from 'react';
import { Box, Button, Card, Text } from '@wix/design-system';

interface Props {
  readonly title: string;
  /** What is true, and what it means. */
  readonly now: string;
  /** What to do, and what comes after it. */
  readonly next: string;
  /** `null` where nothing follows, or only when something is done first. */
  readonly onward: { readonly label: string; readonly go: () => void; readonly disabled?: boolean } | null;
  readonly children?: ReactNode;
}

/** One step: how things stand, what to do, and the way on. */
export function StepCard({ title, now, next, onward, children }: Props): JSX.Element {
  return (
    <Card>
      <Card.Header title={title} subtitle={now} />
      <Card.Divider />
      <Card.Content>
        <Box direction="vertical" gap="SP4">
          {children}
          <Box gap="SP3" verticalAlign="middle" align="space-between" flexWrap="wrap">
            <Text size="small">{next}</Text>
            {onward === null ? null : <Button disabled={onward.disabled === true} onClick={onward.go}>{onward.label}</Button>}
          </Box>
        </Box>
      </Card.Content>
    </Card>
  );
}
