import type { JSX } from 'react';
import { Badge, Box, Card, Text } from '@wix/design-system';
import type { ProductCounts } from '../../backend/endpoints/api-types';
import { formatCount } from '../format/format-count';
import { MatchAgainButton } from './match-again-button';
import { Suggestions } from './suggestions';

interface Props {
  readonly products: ProductCounts;
  readonly paused: boolean;
}

/** Which of the store's products are known on Wix: only their reviews can cross. */
export function ProductsCard({ products, paused }: Props): JSX.Element {
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
            <MatchAgainButton disabled={paused} />
          </Box>
        </Box>
      </Card.Content>
    </Card>
  );
}
