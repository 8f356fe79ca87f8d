import { Box, Card, SkeletonGroup, SkeletonLine } from '@wix/design-system';
import type { JSX } from 'react';

interface Props {
  readonly label: string;
  readonly widths: readonly `${number}%`[];
}

/** A card whose rows are on their way. */
export function CardLoading({ label, widths }: Props): JSX.Element {
  return (
    <Card.Content>
      <div aria-busy="true" aria-label={label} role="status"><SkeletonGroup><Box direction="vertical" gap="SP3">{widths.map((width) => <SkeletonLine key={width} width={width} />)}</Box></SkeletonGroup></div>
    </Card.Content>
  );
}
