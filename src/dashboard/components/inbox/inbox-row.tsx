import { memo, type JSX } from 'react';
import { Badge, Box, Text } from '@wix/design-system';
import type { InboxItem } from '../../../backend/endpoints/inbox/inbox-types';
import { ageOf, sideWord, stateWord } from '../../format/inbox/item-words';
import { LateName } from '../product-name';
import { Stars } from '../stars';
import './inbox.css';

interface Props {
  readonly item: InboxItem;
  readonly productName: string | null;
  readonly isOpen: boolean;
  /** The one row that Tab leads to; j and k go on from there. */
  readonly isReachable: boolean;
  readonly isChosen: boolean;
  readonly nowMs: number;
  readonly overdueHours: number;
  readonly onOpen: (id: string) => void;
  readonly onChoose: (id: string) => void;
}

/** One review in the list. Rows out of sight are not laid out, so that ten thousand of them scroll. */
export const InboxRow = memo(function InboxRow({ item, productName, isOpen, isReachable, isChosen, nowMs, overdueHours, onOpen, onChoose }: Props): JSX.Element {
  const { id, text, rating, side } = item;
  const author = text?.author === '' || text === null ? 'Somebody' : text.author;
  return (
    <div role="listitem" className={isOpen ? 'relay-row relay-row-open' : 'relay-row'}>
      <input type="checkbox" className="relay-choose" checked={isChosen} aria-label={`Select the review by ${author}`} title="Select (x)" tabIndex={isReachable ? 0 : -1} onChange={() => onChoose(id)} />
      <button type="button" className="relay-row-button" title="Open (Enter)" data-open-item={id} tabIndex={isReachable ? 0 : -1} aria-current={isOpen ? 'true' : undefined} onClick={() => onOpen(id)}>
        <Box direction="vertical" gap="3px">
          <Box gap="SP2" verticalAlign="middle" flexWrap="wrap">
            <Stars rating={rating} />
            <Text size="small" weight="bold"><bdi>{author}</bdi></Text>
            <Age item={item} overdueHours={overdueHours} nowMs={nowMs} />
            <Text size="tiny" secondary>{sideWord(side)}</Text>
          </Box>
          {/* Names are read after the rows; their line is there from the start, so that no row moves. */}
          <Text size="tiny" secondary><LateName title={productName} /></Text>
          <Text size="small" secondary><span className="relay-excerpt">{text === null ? 'Only in your store: open it to read it.' : <bdi>{[text.title, text.body].filter((part) => part !== '').join(' · ')}</bdi>}</span></Text>
        </Box>
      </button>
    </div>
  );
});

function Age({ item, overdueHours, nowMs }: Pick<Props, 'item' | 'overdueHours' | 'nowMs'>): JSX.Element {
  if (item.state !== 'open') return <Badge size="tiny" uppercase={false} skin="neutralStandard">{stateWord(item)}</Badge>;
  const { text, overdue } = ageOf(item, overdueHours, nowMs);
  return <Badge size="tiny" uppercase={false} skin={overdue ? 'danger' : 'neutralStandard'}>{overdue ? `Overdue: ${text}` : text}</Badge>;
}
