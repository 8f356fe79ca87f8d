import type { JSX } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Badge, Box, Card, Divider, SkeletonGroup, SkeletonLine, Text, TextButton, Tooltip } from '@wix/design-system';
import type { ApiError } from '../../../backend/endpoints/api-types';
import type { InboxDetail, Verdict } from '../../../backend/endpoints/inbox/inbox-types';
import { useEffect, useRef } from 'react';
import { asProblem } from '../../api/api-problem';
import { getInboxItem, type ReplyInput } from '../../api/inbox-client';
import { formatAbsolute, formatDay } from '../../format/format-moment';
import { ageOf, note, sideWord, stateWord } from '../../format/inbox/item-words';
import { productKey } from '../../../core/product-key';
import { itemKey } from '../../hooks/inbox/inbox-keys';
import { useLastingError } from '../../hooks/use-lasting-error';
import { ProblemNotice } from '../problem-notice';
import { ProductName } from '../product-name';
import { Stars } from '../stars';
import { TimelineMoments } from '../sync/timeline-moments';
import { ReplyBox } from './reply-box';
import { VerdictBar } from './verdict-bar';

interface Props {
  readonly id: string;
  readonly nowMs: number;
  readonly overdueHours: number;
  /** It is in the place of the list, and so of the row that had the focus. */
  readonly takesFocus: boolean;
  /** The way to the review beside this one in the list; `null` where the list ends. */
  readonly stepTo: (by: 1 | -1) => (() => void) | null;
  readonly onClose: () => void;
  readonly onDecide: (verdict: Verdict) => void;
  readonly onProduct: (product: string) => void;
  readonly onReply: (input: ReplyInput) => void;
  /** Why the last reply to this review was refused. */
  readonly refusal: ApiError | null;
}

const LOOK_MS = 15_000;

/** One review with what helps to answer it; looked at again now and then, so that a colleague's answer shows. */
export function InboxDetailPanel(props: Props): JSX.Element {
  const { id, takesFocus, onClose } = props;
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (takesFocus) place.current?.focus();
  }, [id, takesFocus]);
  const detail = useQuery({ queryKey: itemKey(id), queryFn: () => getInboxItem(id), refetchInterval: LOOK_MS });
  const { error, retry } = useLastingError(detail, id);
  return (
    <section ref={place} tabIndex={-1} className="relay-panel" aria-label="The open review">
      <Card>
        <Card.Header title="Review" suffix={<Box gap="SP3">{takesFocus ? null : <Beside {...props} />}<Tooltip content="Back to the list (Esc)"><TextButton size="small" onClick={onClose}>Close</TextButton></Tooltip></Box>} />
        <Card.Divider />
        <Card.Content>
          {takesFocus ? <Box gap="SP3" paddingBottom="SP2"><Beside {...props} /></Box> : null}
          {error === null ? null : <ProblemNotice problem={asProblem(error)} onRetry={retry} />}
          {detail.data !== undefined ? <Loaded key={id} detail={detail.data} {...props} /> : error === null ? <Outline /> : null}
        </Card.Content>
      </Card>
    </section>
  );
}

/** To the reviews beside this one; below the title where there is no room at its side. A way that leads nowhere is there, and cannot be taken. */
function Beside({ stepTo }: Pick<Props, 'stepTo'>): JSX.Element {
  const [previous, next] = [stepTo(-1), stepTo(1)];
  return (
    <>
      <Tooltip content="Previous review (k)"><TextButton size="small" disabled={previous === null} onClick={() => previous?.()}>Previous</TextButton></Tooltip>
      <Tooltip content="Next review (j)"><TextButton size="small" disabled={next === null} onClick={() => next?.()}>Next</TextButton></Tooltip>
    </>
  );
}

function Outline(): JSX.Element {
  return (
    <div aria-busy="true" aria-label="Loading the review">
      <SkeletonGroup><Box direction="vertical" gap="SP4"><SkeletonLine width="40%" /><SkeletonLine width="95%" /><SkeletonLine width="80%" /></Box></SkeletonGroup>
    </div>
  );
}

function Loaded({ detail, nowMs, overdueHours, onDecide, onProduct, onReply, refusal }: Props & { readonly detail: InboxDetail }): JSX.Element {
  const { item, productName, others } = detail;
  const { text } = item;
  const product = productKey(item);
  const said = note(item, formatAbsolute);
  const { text: age, overdue } = ageOf(item, overdueHours, nowMs);
  return (
    <Box direction="vertical" gap="SP4">
      <Box gap="SP2" verticalAlign="middle" flexWrap="wrap">
        <Stars rating={item.rating} />
        <Badge size="small" uppercase={false} skin={item.state === 'open' && overdue ? 'danger' : 'neutralStandard'}>{item.state === 'open' ? `${overdue ? 'Overdue: ' : ''}${age}` : stateWord(item)}</Badge>
        {text?.status === 'pending' ? <Badge size="small" uppercase={false} skin="warningLight">Not published yet</Badge> : null}
        {text?.status === 'hidden' ? <Badge size="small" uppercase={false} skin="neutral">Hidden</Badge> : null}
      </Box>
      {said === null ? null : <Text size="small" weight="bold">{said}</Text>}
      {text === null ? <Text size="small" secondary>Its words cannot be read right now.</Text> : (
        <Box direction="vertical" gap="SP1">
          {text.title === '' ? null : <Text weight="bold" overflowWrap="anywhere"><span dir="auto">{text.title}</span></Text>}
          <Text overflowWrap="anywhere"><span dir="auto" style={{ whiteSpace: 'pre-wrap' }}>{text.body}</span></Text>
          <Text size="tiny" secondary><bdi>{text.author === '' ? 'Without a name' : text.author}</bdi>, {formatDay(Date.parse(text.writtenAt))}, {sideWord(item.side)}</Text>
        </Box>
      )}
      <Box direction="vertical">
        {product === null ? null : <Text size="small">Product: <TextButton size="small" onClick={() => onProduct(product)}><ProductName name={productName} product={product} /></TextButton></Text>}
        {detail.link === null ? null : <Text size="small" secondary>{detail.link.onWix && detail.link.inStore ? 'On your site and in your store' : detail.link.onWix ? 'Only on your site' : 'Only in your store'}. {detail.link.sentence ?? detail.link.lastEvent}</Text>}
      </Box>
      {detail.link === null ? null : <details className="relay-history"><summary>History</summary><TimelineMoments moments={detail.link.moments} /></details>}
      {others.length === 0 ? null : <Others others={others} />}
      <Divider />
      {item.state === 'gone' ? null : <ReplyBox detail={detail} refusal={refusal} onReply={onReply} />}
      <VerdictBar state={item.state} onDecide={onDecide} />
    </Box>
  );
}

function Others({ others }: Pick<InboxDetail, 'others'>): JSX.Element {
  return (
    <Box direction="vertical" gap="SP1">
      <Text size="small" weight="bold">Also by this customer</Text>
      {others.map(({ rating, title, body, writtenAt }) => (
        <Box key={`${writtenAt}${title}`} gap="SP2" verticalAlign="top"><Stars rating={rating} /><Text size="tiny" overflowWrap="anywhere"><span dir="auto">{title === '' ? body.slice(0, 120) : title}</span></Text></Box>
      ))}
    </Box>
  );
}
