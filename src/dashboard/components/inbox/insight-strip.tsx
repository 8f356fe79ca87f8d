import type { JSX, ReactNode } from 'react';
import { Box, Card, Text, TextButton } from '@wix/design-system';
import { USUAL_OVERDUE_HOURS } from '../../../core/attention';
import type { InboxFilter, InboxSummary } from '../../../backend/endpoints/inbox/inbox-types';
import { formatCount } from '../../format/format-count';
import { formatDuration } from '../../format/format-duration';
import { EVERYTHING_OPEN } from '../../format/inbox/inbox-place';
import { useNarrow } from '../../hooks/use-narrow';
import { ProductName } from '../product-name';
import { StarsOverTime } from './stars-over-time';
import './inbox.css';

interface Props {
  readonly summary: InboxSummary | null;
  readonly onShow: (filter: Partial<InboxFilter>) => void;
}

/** Of the tallest figure, there before it is. */
const CHART_HEIGHT = '72px';

/** How the desk looks. Every number leads to the rows it counts. */
export function InsightStrip({ summary, onShow }: Props): JSX.Element {
  const count = (value: number | undefined): string => (value === undefined ? '–' : formatCount(value));
  return (
    <Card>
      <Card.Content>
        <Box gap={useNarrow() ? 'SP3' : 'SP7'} flexWrap="wrap" verticalAlign="top" minHeight={CHART_HEIGHT}>
          <Figure name="Open"><TextButton onClick={() => onShow(EVERYTHING_OPEN)}>{count(summary?.open)}</TextButton></Figure>
          <Figure name="Overdue"><TextButton onClick={() => onShow({ ...EVERYTHING_OPEN, olderThanHours: summary?.overdueHours ?? USUAL_OVERDUE_HOURS })}>{count(summary?.overdue)}</TextButton></Figure>
          <Figure name="Median time to answer">
            <TextButton onClick={() => onShow({ ...EVERYTHING_OPEN, view: 'done' })}>{summary?.medianAnswerMs == null ? 'no answers yet' : formatDuration(summary.medianAnswerMs)}</TextButton>
          </Figure>
          <Figure name="Stars over the last eight weeks">{summary === null ? <Text size="small">–</Text> : <StarsOverTime weeks={summary.weeks} areWeeksWhole={summary.areWeeksWhole} onShow={onShow} />}</Figure>
          {summary === null || summary.products.length === 0 ? null : (
            <Figure name="By product">
              <Box direction="vertical">
                {summary.products.map(({ product, name, open }) => (
                  <TextButton key={product} size="small" onClick={() => onShow({ ...EVERYTHING_OPEN, product })}><ProductName name={name} product={product} />: {formatCount(open)}</TextButton>
                ))}
              </Box>
            </Figure>
          )}
        </Box>
      </Card.Content>
    </Card>
  );
}

function Figure({ name, children }: { readonly name: string; readonly children: ReactNode }): JSX.Element {
  return (
    <Box direction="vertical">
      <Text size="tiny" secondary>{name}</Text>
      {children}
    </Box>
  );
}
