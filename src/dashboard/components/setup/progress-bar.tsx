import type { JSX } from 'react';
import { LinearProgressBar } from '@wix/design-system';

interface Props {
  readonly label: string;
  readonly percent: number;
  readonly words: string;
  readonly done: boolean;
}

/** The design system puts the name of its bar on an inner element, where a screen reader does not look for it. */
export function ProgressBar({ label, percent, words, done }: Props): JSX.Element {
  return (
    <div role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={100} aria-valuenow={percent} aria-valuetext={words}>
      <div aria-hidden="true"><LinearProgressBar padding="none" value={percent} skin={done ? 'success' : 'standard'} /></div>
    </div>
  );
}
