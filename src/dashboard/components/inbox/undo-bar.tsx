import type { JSX } from 'react';
import { Box, Text, TextButton, Tooltip } from '@wix/design-system';
import type { Undoable } from '../../hooks/inbox/use-undo';
import './inbox.css';

interface Props {
  readonly last: Undoable | null;
  readonly onDone: () => void;
}

/** What was done last, said aloud, and the way back. The live region is there before anything is said in it. */
export function UndoBar({ last, onDone }: Props): JSX.Element {
  const undo = last?.undo ?? null;
  return (
    <div className="relay-undo" role="status" aria-live="polite" aria-label="What was done last">
      {last === null ? null : (
        <div>
          <Box gap="SP4" verticalAlign="middle">
            <Text size="small" light>{last.message}</Text>
            {undo === null ? null : (
              <Tooltip content={`${last.label ?? 'Undo'} (u)`}>
                <TextButton
                  size="small"
                  skin="light"
                  onClick={() => {
                    onDone();
                    void undo();
                  }}
                >
                  {last.label ?? 'Undo'}
                </TextButton>
              </Tooltip>
            )}
          </Box>
        </div>
      )}
    </div>
  );
}
