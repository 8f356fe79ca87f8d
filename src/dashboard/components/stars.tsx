import type { JSX } from 'react';
import { Text } from '@wix/design-system';

const MOST = 5;

/** A rating: stars for the eye, words for a screen reader. */
export function Stars({ rating }: { readonly rating: number | null }): JSX.Element {
  if (rating === null) return <Text size="small" secondary>No stars</Text>;
  return (
    <span role="img" aria-label={`${rating} out of ${MOST} stars`}>
      <Text size="small">{'★'.repeat(rating) + '☆'.repeat(Math.max(0, MOST - rating))}</Text>
    </span>
  );
}
