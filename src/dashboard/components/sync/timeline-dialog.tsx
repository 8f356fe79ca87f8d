import { useQuery } from '@tanstack/react-query';
import { Box, CustomModalLayout, Modal, SkeletonGroup, SkeletonLine, Text } from '@wix/design-system';
import type { JSX } from 'react';
import type { LinkId } from '../../../core/ids';
import type { ConflictItem, TimelineAnswer } from '../../../backend/endpoints/api-types';
import { asProblem } from '../../api/api-problem';
import { getTimeline } from '../../api/sync-client';
import { whereabouts } from '../../format/whereabouts';
import { fieldName, loser, sideName, valueWords } from '../../format/sync/conflict-words';
import { TIMELINE_KEY } from '../../hooks/query-keys';
import { ProblemNotice } from '../problem-notice';
import { ProductNames } from '../review-details';
import { Stars } from '../stars';
import { StateBadge } from '../state-badge';
import { ConflictValues } from './conflict-values';
import { RowActionButton } from './row-action-button';
import { TimelineMoments } from './timeline-moments';

interface Props {
  readonly id: LinkId | string;
  readonly onClose: () => void;
}

/** What happened to one review, from where it was written until now, and why it is where it is. */
export function TimelineDialog({ id, onClose }: Props): JSX.Element {
  const { data, error, refetch } = useQuery({ queryKey: [...TIMELINE_KEY, id], queryFn: () => getTimeline(id), retry: false });
  return (
    <Modal isOpen contentLabel="History of a review" onRequestClose={onClose} shouldCloseOnOverlayClick screen="desktop">
      <CustomModalLayout width="min(600px, calc(100vw - 24px))" title="History of a review" closeButtonProps={{ onClick: onClose }}>
        {data === undefined ? (error === null ? <Loading /> : <ProblemNotice problem={asProblem(error)} onRetry={() => void refetch()} />) : <History history={data} />}
      </CustomModalLayout>
    </Modal>
  );
}

function Loading(): JSX.Element {
  return (
    <div role="status" aria-busy="true" aria-label="Loading the history">
      <SkeletonGroup><Box direction="vertical" gap="SP4"><SkeletonLine width="60%" /><SkeletonLine width="90%" /><SkeletonLine width="90%" /></Box></SkeletonGroup>
    </div>
  );
}

function History({ history: { item, moments, conflicts } }: { readonly history: TimelineAnswer }): JSX.Element {
  return (
    // A dialog without buttons ends where its content ends.
    <Box direction="vertical" gap="SP4" paddingBottom="SP4">
      <Box direction="vertical" gap="SP1">
        <Box gap="SP2" verticalAlign="middle" flexWrap="wrap"><StateBadge state={item.state} /><Stars rating={item.rating} /><Text size="small" secondary>{whereabouts(item)}</Text></Box>
        <ProductNames item={item} />
      </Box>
      {item.sentence === null ? null : <Box direction="vertical"><Text size="small" weight="bold">{item.sentence}</Text><RowActionButton item={item} /></Box>}
      <TimelineMoments moments={moments} />
      {conflicts.map((conflict) => (conflict.state === 'open' ? <ConflictValues key={conflict.id} item={conflict} busy /> : <Decided key={conflict.id} item={conflict} />))}
    </Box>
  );
}

function Decided({ item }: { readonly item: ConflictItem }): JSX.Element {
  const done = item.state === 'restored' ? 'was replaced and brought back' : 'was replaced; you kept the other';
  return (
    <Box direction="vertical">
      <Text size="tiny" secondary>{fieldName(item)} written {sideName(loser(item))} {done}</Text>
      <Text size="small" overflowWrap="anywhere"><span dir="auto" style={{ whiteSpace: 'pre-wrap' }}>{valueWords(item, item.lost)}</span></Text>
    </Box>
  );
}
