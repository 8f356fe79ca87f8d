import type { JSX } from 'react';
import { Box, Card, Cell, Layout, SkeletonGroup, SkeletonLine } from '@wix/design-system';
import { useNarrow } from '../hooks/use-narrow';
import { TableSkeleton } from './table-skeleton';

const CARDS = ['connection', 'backfill', 'products'];

/** The page before anything is known, laid out as it will be so that nothing jumps. */
export function PageSkeleton(): JSX.Element {
  const narrow = useNarrow();
  return (
    <div role="status" aria-label="Loading sync">
      <Layout gap={narrow ? 'SP2' : 'SP4'}>
        <Cell span={12}><Card><Card.Content><SkeletonGroup><SkeletonLine width="50%" /></SkeletonGroup></Card.Content></Card></Cell>
        {CARDS.map((card) => (
          <Cell key={card} span={narrow ? 12 : 4}>
            <Card>
              <Card.Content>
                <SkeletonGroup>
                  <Box direction="vertical" gap="SP4"><SkeletonLine width="60%" /><SkeletonLine width="90%" /><SkeletonLine width="40%" /></Box>
                </SkeletonGroup>
              </Card.Content>
            </Card>
          </Cell>
        ))}
        <Cell span={12}><Card><Card.Content><SkeletonGroup><Box direction="vertical" gap="SP3"><SkeletonLine width="20%" /><SkeletonLine width="70%" /></Box></SkeletonGroup></Card.Content></Card></Cell>
        <Cell span={12}><Card><TableSkeleton /></Card></Cell>
      </Layout>
    </div>
  );
}
