import { Box, Card, Text } from '@wix/design-system';
import type { JSX, ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly subtitle: string;
  readonly children?: ReactNode;
}

/** An empty list, said plainly. The design system's own is too pale for small text. */
export function NothingHere({ title, subtitle, children }: Props): JSX.Element {
  return (
    <Card.Content>
      <Box direction="vertical" gap="SP1" align="center" textAlign="center">
        <Text weight="bold">{title}</Text>
        <Text size="small">{subtitle}</Text>
        {children}
      </Box>
    </Card.Content>
  );
}
