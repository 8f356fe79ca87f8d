import { useEffect, useState, type JSX } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Box, Button, SkeletonGroup, SkeletonLine, Text } from '@wix/design-system';
import type { FieldsAnswer } from '../../../backend/endpoints/setup/setup-types';
import type { Policy } from '../../../core/plan-types';
import { asProblem } from '../../api/api-problem';
import { getFields, postFields } from '../../api/setup-client';
import { fieldsKey } from '../../hooks/query-keys';
import { useAction } from '../../hooks/use-action';
import { ProblemNotice } from '../problem-notice';
import { ExampleReview } from './example-review';
import { FieldChoices } from './field-choices';
import { StepCard } from './step-card';
import type { StepProps } from './step-content';

interface Props extends Pick<StepProps, 'onStep' | 'onUnsaved'> {
  readonly connectedAt: string;
}

export function FieldsStep({ connectedAt, onStep, onUnsaved }: Props): JSX.Element {
  const fields = useQuery({ queryKey: fieldsKey(connectedAt), queryFn: getFields, staleTime: Infinity, refetchOnWindowFocus: false });
  if (fields.data !== undefined) return <Chosen answer={fields.data} connectedAt={connectedAt} onStep={onStep} onUnsaved={onUnsaved} />;
  return (
    <StepCard title="Match fields" now="Which part of a review crosses, and whose word counts." next="" onward={null}>
      {fields.error === null
        ? <div role="status" aria-busy="true" aria-label="Loading fields"><SkeletonGroup><Box direction="vertical" gap="SP5">{['a', 'b', 'c', 'd', 'e', 'f'].map((row) => <SkeletonLine key={row} width="90%" />)}</Box></SkeletonGroup></div>
        : <ProblemNotice problem={asProblem(fields.error)} onRetry={() => void fields.refetch()} />}
    </StepCard>
  );
}

function Chosen({ answer, connectedAt, onStep, onUnsaved }: Props & { readonly answer: FieldsAnswer }): JSX.Element {
  const client = useQueryClient();
  const [draft, setDraft] = useState<Policy>(answer.policy);
  const unsaved = JSON.stringify(draft) !== JSON.stringify(answer.policy);
  useEffect(() => {
    onUnsaved(unsaved);
    return () => onUnsaved(false);
  }, [unsaved, onUnsaved]);
  const save = useAction({ run: postFields, told: () => 'Saved. It counts from the next change on.', errors: 'inline' });
  const saveAnd = (then: () => void): void => save.mutate(draft, {
    onSuccess: ({ policy }) => {
      client.setQueryData<FieldsAnswer>(fieldsKey(connectedAt), { ...answer, policy });
      onUnsaved(false);
      then();
    },
  });
  const go = (): void => onStep('preview');
  return (
    <StepCard
      title="Match fields"
      now="Which part of a review crosses, and whose word counts when both shops changed it. The usual choice is made already."
      next={unsaved ? 'You have changed something and not saved it.' : 'Next, see what would happen. Nothing has been written so far.'}
      onward={{ label: unsaved ? 'Save and go on' : 'Preview', disabled: save.isPending, go: unsaved ? () => saveAnd(go) : go }}
    >
      {save.error === null ? null : <ProblemNotice problem={asProblem(save.error)} />}
      <FieldChoices policy={draft} capabilities={answer.capabilities} onChange={setDraft} />
      <ExampleReview answer={answer} policy={draft} />
      {unsaved ? (
        <Box gap="SP2" verticalAlign="middle" flexWrap="wrap">
          <Button size="small" disabled={save.isPending} onClick={() => saveAnd(() => undefined)}>Save</Button>
          <Button size="small" priority="secondary" onClick={() => setDraft(answer.policy)}>Undo changes</Button>
          <Text size="small">Not saved yet</Text>
        </Box>
      ) : null}
    </StepCard>
  );
}
