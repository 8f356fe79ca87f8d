import { Badge, Box, Button, Card, Divider, Text, TextButton } from '@wix/design-system';
import type { JSX } from 'react';
import type { LinkItem } from '../../../backend/endpoints/api-types';
import { sampleReviews } from '../../format/sync/sample-reviews';
import { whereabouts } from '../../format/whereabouts';
import { useSample } from '../../hooks/sync/use-sample';
import { ProductNames, Reason } from '../review-details';
import { Stars } from '../stars';
import { StateBadge } from '../state-badge';

/** What the page will look like, for who has connected nothing yet. Marked as made up, and gone with one press. */
export function SampleCard(): JSX.Element {
  const [shown, setShown] = useSample();
  if (!shown) return <Box><TextButton size="small" onClick={() => setShown(true)}>Show an example of this page</TextButton></Box>;
  return (
    <Card>
      <Card.Header title="What you will see here" subtitle="Made-up reviews, on this page only: nothing is copied, and nobody is told of them." />
      <Card.Divider />
      <Card.Content>
        <section aria-label="Example">
          <Box direction="vertical" gap="SP3">
            <Box gap="SP2" verticalAlign="middle" align="space-between" flexWrap="wrap">
              <Box gap="SP2" verticalAlign="middle" flexWrap="wrap"><Badge size="small" skin="warningLight" uppercase={false}>Example</Badge><Text size="small" weight="bold">In step. 2 pairs checked 4 minutes ago. 1 has no matching product.</Text></Box>
              <Button size="small" priority="secondary" onClick={() => setShown(false)}>Remove the example</Button>
            </Box>
            <div role="list" aria-label="Example reviews">
              <Box direction="vertical" gap="SP3">{sampleReviews().map((item) => <SampleRow key={item.id} item={item} />)}</Box>
            </div>
          </Box>
        </section>
      </Card.Content>
    </Card>
  );
}

function SampleRow({ item }: { readonly item: LinkItem }): JSX.Element {
  return (
    <Box role="listitem" direction="vertical" gap="SP3">
      <Divider />
      <Box gap="SP4" flexWrap="wrap" align="space-between">
        <Box direction="vertical" gap="SP1" flex="1 1 220px">
          <Box gap="SP2" verticalAlign="middle" flexWrap="wrap"><StateBadge state={item.state} /><Stars rating={item.rating} /><Text size="small" secondary>{whereabouts(item)}</Text></Box>
          <ProductNames item={item} />
        </Box>
        <Box direction="vertical" flex="1 1 260px">{item.sentence === null ? <Text size="small">{item.lastEvent}</Text> : <Reason item={item} />}</Box>
      </Box>
    </Box>
  );
}
