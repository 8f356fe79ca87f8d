import type { JSX } from 'react';
import { SectionHelper, Text } from '@wix/design-system';

interface Props {
  readonly onConnect: () => void;
}

/** What a duplicated site is told before it has a store: nobody has to fear that the copy touches the original's. */
export function CopyNotice({ onConnect }: Props): JSX.Element {
  return (
    <div role="note" aria-label="This site is a copy">
      <SectionHelper skin="standard" fullWidth actionText="Connect this copy to a store of its own" onAction={onConnect}>
        <Text size="small">
          This site is a copy, so nothing is synced here: the original goes on with its store, and this copy neither reads nor changes that store.
        </Text>
      </SectionHelper>
    </div>
  );
}
