import { Box, Radio, Text } from '@wix/design-system';
import { useState, type JSX, type ReactNode } from 'react';
import type { DisconnectAnswer, OutcomeCounts, RunSummary } from '../../../backend/endpoints/api-types';
import { asProblem } from '../../api/api-problem';
import { postDisconnect } from '../../api/client';
import { postRemoveCopies } from '../../api/sync-client';
import { counted } from '../../format/format-count';
import { allCopies, removalTime, whereCopiesAre, whyNotNow } from '../../format/sync/leave-words';
import { useAction } from '../../hooks/use-action';
import { ProblemNotice } from '../problem-notice';
import { ConfirmDialog } from './confirm-dialog';

interface Props {
  readonly storeName: string;
  readonly outcomes: OutcomeCounts;
  readonly paused: boolean;
  readonly run: RunSummary | null;
  readonly onClose: () => void;
}

type Way = 'keep' | 'remove';

/** Says in numbers what leaving means either way, before anything is done. */
export function DisconnectDialog({ storeName, outcomes, paused, run, onClose }: Props): JSX.Element {
  const [way, setWay] = useState<Way>('keep');
  const disconnect = useAction({ run: postDisconnect, told: left, errors: 'inline' });
  const remove = useAction({ run: postRemoveCopies, told: () => 'Removing the copies. You can leave this page; disconnect when it is done.', errors: 'inline' });
  const copies = allCopies(outcomes);
  const whyNot = whyNotNow(copies, paused, run);
  const removes = way === 'remove' && whyNot === null;
  const go = (): void => (removes ? remove.mutate(copies, { onSuccess: onClose }) : disconnect.mutate(undefined, { onSuccess: onClose }));
  const error = removes ? remove.error : disconnect.error;
  return (
    <ConfirmDialog title={`Disconnect ${storeName}?`} action={removes ? `Remove ${counted(copies, 'copy', 'copies')}` : 'Disconnect'} destructive busy={disconnect.isPending || remove.isPending} onConfirm={go} onClose={onClose}>
      <Box direction="vertical" gap="SP4">
        {error === null ? null : <ProblemNotice problem={removes ? tooMany(error) : asProblem(error)} />}
        <Text>The keys are deleted and nothing is kept in step from now on. Reviews stay where they were written.</Text>
        <div role="radiogroup" aria-label="What becomes of the copies">
          <Box direction="vertical" gap="SP3">
            <Choice way="keep" chosen={!removes} title="Keep the copies" onChoose={setWay}>
              {copies === 0 ? 'There are none that this app has made.' : `${counted(copies, 'copy that this app has made stays', 'copies that this app has made stay')} as reviews like any other: ${whereCopiesAre(outcomes)}.`}
            </Choice>
            <Choice way="remove" chosen={removes} disabled={whyNot !== null} title="Remove the copies first" onChoose={setWay}>
              {whyNot ?? `Copies on Wix are deleted for good, those in the store go to its bin: ${whereCopiesAre(outcomes)}. It takes ${removalTime(copies)}, and you disconnect when it is done.`}
            </Choice>
          </Box>
        </div>
      </Box>
    </ConfirmDialog>
  );
}

interface ChoiceProps {
  readonly way: Way;
  readonly chosen: boolean;
  readonly disabled?: boolean;
  readonly title: string;
  readonly onChoose: (way: Way) => void;
  readonly children: ReactNode;
}

function Choice({ way, chosen, disabled = false, title, onChoose, children }: ChoiceProps): JSX.Element {
  const label = (
    <Box direction="vertical" gap="SP1">
      <Text size="small" weight="bold">{title}</Text>
      <Text size="small">{children}</Text>
    </Box>
  );
  return <Radio id={`leave-${way}`} name="leave" value={way} checked={chosen} disabled={disabled} alignItems="top" label={label} onChange={() => onChoose(way)} />;
}

/** The number is the merchant's agreement: when it grew meanwhile, nothing was begun. */
function tooMany(error: Error): { readonly sentence: string; readonly action: string } {
  const problem = asProblem(error);
  if (problem.code !== 'INPUT_INVALID') return problem;
  return { sentence: 'The number of copies has changed since this was opened, so nothing was removed.', action: 'Close this, look at the number again, and decide anew.' };
}

function left({ webhook }: DisconnectAnswer): string {
  return webhook === 'left' ? 'Disconnected. The store could not be reached, so remove its webhook “Review Relay” there.' : 'Disconnected.';
}
