import type { JSX } from 'react';
import { Badge } from '@wix/design-system';
import type { LinkItem } from '../../backend/endpoints/api-types';
import { STATE_LABELS } from '../format/link-state-label';

export function StateBadge({ state }: Pick<LinkItem, 'state'>): JSX.Element {
  const { text, skin } = STATE_LABELS[state];
  return <Badge size="small" skin={skin} uppercase={false}>{text}</Badge>;
}
