import type { JSX } from 'react';
import { Badge, Box, Button, Card, Text } from '@wix/design-system';
import type { ProductCounts } from '../../backend/endpoints/api-types';
import { formatCount } from '../format/format-count';
import { matchAll, type Matched } from '../hooks/match-all';
import { useAction } from '../hooks/use-action';
import { Suggestions } from './suggestions';

interface Props {
  readonly products: ProductCounts;
  readonly paused: boolean;
}

/** Which of the store's products are known on Wix: only their reviews can cross. */
export function ProductsCard({ products, paused }: Props): JSX.Element {
  const match = useAction<undefined, Matched>({ run: () => matchAll(), told: ({ accepted }) => `${formatCount(accepted)} products are matched.` });
  return (
    <Card stretchVertically>
      <Card.Header
        title="Products"
        subtitle="By SKU, address, name"
      />
      <Card.Divider />
      <Card.Content>
        <Box direction="vertical" gap="SP3">
          <Box gap="SP2" flexWrap="wrap">
            <Badge size="small" uppercase={false} skin="neutralSuccess">{`${formatCount(products.accepted)} matched`}</Badge>
            <Badge size="small" uppercase={false} skin="warningLight">{`${formatCount(products.suggested)} suggested`}</Badge>
            <Badge size="small" uppercase={false} skin="neutralLight">{`${formatCount(products.left)} unmatched`}</Badge>
          </Box>
          {products.suggested === 0 ? <Text size="small" secondary>No suggestion waits for your decision.</Text> : <Suggestions disabled={paused} />}
          <Box>
            <Button size="small" priority="secondary" disabled={match.isPending || paused} onClick={() => match.mutate(undefined)}>
              {match.isPending ? 'Matching…' : 'Match again'}
            </Button>
          </Box>
        </Box>
      </Card.Content>
    </Card>
  );
}
