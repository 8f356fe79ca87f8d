import type { JSX } from 'react';
import { Box, Card, Divider, Text } from '@wix/design-system';
import type { LinkItem } from '../../backend/endpoints/api-types';
import { LastEvent, ProductNames, Reason } from './review-details';
import { whereabouts } from '../format/whereabouts';
import { Stars } from './stars';
import { StateBadge } from './state-badge';

interface Props {
  readonly items: readonly LinkItem[];
  readonly nowMs: number;
  readonly onOpen: (id: LinkItem['id']) => void;
}

/** What the table tells, one review below the other, for a page that has no room for six columns. */
export function LinksList({ items, nowMs, onOpen }: Props): JSX.Element {
  return (
    <Card.Content>
      <div role="list" aria-label="Reviews">
        <Box direction="vertical" gap="SP3">
          {items.map((item, at) => <Review key={item.id} item={item} nowMs={nowMs} onOpen={onOpen} first={at === 0} />)}
        </Box>
      </div>
    </Card.Content>
  );
}

interface ReviewProps {
  readonly item: LinkItem;
  readonly nowMs: number;
  readonly onOpen: (id: LinkItem['id']) => void;
  readonly first: boolean;
}

function Review({ item, nowMs, onOpen, first }: ReviewProps): JSX.Element {
  return (
    <Box role="listitem" direction="vertical" gap="SP3">
      {first ? null : <Divider />}
      <Box direction="vertical" gap="SP1">
        <Box gap="SP2" verticalAlign="middle" flexWrap="wrap">
          <StateBadge state={item.state} />
          <Stars rating={item.rating} />
          <Text size="small" secondary>{whereabouts(item)}</Text>
        </Box>
        <ProductNames item={item} />
        {item.sentence === null ? null : <Reason item={item} />}
        <LastEvent item={item} nowMs={nowMs} onOpen={onOpen} />
      </Box>
    </Box>
  );
}
