import type { JSX } from 'react';
import { Text, Tooltip } from '@wix/design-system';
import { formatAbsolute, formatRelative } from '../format/format-moment';

interface Props {
  readonly atMs: number;
  readonly nowMs: number;
}

/** How long ago; the exact moment on hover or focus. */
export function Moment({ atMs, nowMs }: Props): JSX.Element {
  const exact = formatAbsolute(atMs);
  return (
    <Tooltip content={exact}>
      <time dateTime={new Date(atMs).toISOString()} tabIndex={0} aria-label={`${formatRelative(atMs, nowMs)}, ${exact}`}>
        <Text size="tiny" secondary>{formatRelative(atMs, nowMs)}</Text>
      </time>
    </Tooltip>
  );
}
