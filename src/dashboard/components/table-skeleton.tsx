import type { JSX } from 'react';
import { Box, Card, SkeletonGroup, SkeletonLine } from '@wix/design-system';

const ROWS = ['a', 'b', 'c', 'd', 'e', 'f'];

/** The list before it is there, as high as it will be. */
export function TableSkeleton(): JSX.Element {
  return (
    <div role="status" aria-busy="true" aria-label="Loading reviews">
      <Card.Content>
        <SkeletonGroup>
          <Box direction="vertical" gap="SP5">
            {ROWS.map((row) => (
              <Box key={row} gap="SP5"><SkeletonLine width="12%" /><SkeletonLine width="30%" /><SkeletonLine width="40%" /></Box>
            ))}
          </Box>
        </SkeletonGroup>
      </Card.Content>
    </div>
  );
}
