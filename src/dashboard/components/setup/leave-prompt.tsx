import { useEffect, useRef, type JSX } from 'react';
import { Box, Button, SectionHelper, Text } from '@wix/design-system';

interface Props {
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

/** Asks before choices that were not saved are lost. */
export function LeavePrompt({ onStay, onLeave }: Props): JSX.Element {
  const prompt = useRef<HTMLDivElement>(null);
  useEffect(() => {
    prompt.current?.querySelector('button')?.focus();
  }, []);
  return (
    <div ref={prompt} role="alertdialog" aria-label="Unsaved choices" style={{ marginBlockEnd: '18px' }}>
      <SectionHelper skin="warning" fullWidth>
        <Box gap="SP3" verticalAlign="middle" flexWrap="wrap">
          <Text size="small">What you chose in this step is not saved.</Text>
          <Button size="small" onClick={onStay}>Stay here</Button>
          <Button size="small" priority="secondary" onClick={onLeave}>Leave without saving</Button>
        </Box>
      </SectionHelper>
    </div>
  );
}
