import type { JSX } from 'react';
import { Box, SectionHelper, Text } from '@wix/design-system';
import type { ApiError } from '../../backend/endpoints/api-types';
import { asSentence } from '../format/as-sentence';
import { retryHelps } from '../format/retry-helps';

interface Props {
  readonly problem: Pick<ApiError, 'sentence' | 'action'> & Partial<Pick<ApiError, 'code'>>;
  readonly onRetry?: () => void;
}

/** What went wrong and what to do, where it happened. Said aloud as soon as it appears. */
export function ProblemNotice({ problem, onRetry }: Props): JSX.Element {
  const retry = onRetry === undefined || !retryHelps(problem.code) ? {} : { actionText: 'Try again', onAction: onRetry };
  return (
    <div role="alert">
      <SectionHelper skin="danger" fullWidth {...retry}>
        <Box direction="vertical" gap="SP1">
          <Text size="small" weight="bold">{problem.sentence}</Text>
          <Text size="small">{asSentence(problem.action)}</Text>
        </Box>
      </SectionHelper>
    </div>
  );
}
