import type { JSX } from 'react';
import { Table, Text, type TableColumn } from '@wix/design-system';
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

export function LinksTable({ items, nowMs, onOpen }: Props): JSX.Element {
  return (
    <Table data={[...items]} columns={columns(nowMs, onOpen)} rowVerticalPadding="small">
      <Table.Content />
    </Table>
  );
}

function columns(nowMs: number, onOpen: Props['onOpen']): TableColumn<LinkItem>[] {
  return [
    { title: 'State', width: '14%', render: ({ state }) => <StateBadge state={state} /> },
    { title: 'Stars', width: '12%', render: ({ rating }) => <Stars rating={rating} /> },
    { title: 'Product', width: '22%', render: (item) => <ProductNames item={item} /> },
    { title: 'On', width: '12%', render: (item) => <Text size="small">{whereabouts(item)}</Text> },
    { title: 'Why', width: '24%', render: (item) => <Reason item={item} /> },
    { title: 'Last event', width: '16%', render: (item) => <LastEvent item={item} nowMs={nowMs} onOpen={onOpen} /> },
  ];
}
