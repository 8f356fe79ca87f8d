import type { LinkItem } from '../../backend/endpoints/api-types';

/** In which shops a review is. */
export function whereabouts({ onWix, inStore }: Pick<LinkItem, 'onWix' | 'inStore'>): string {
  if (onWix && inStore) return 'Wix and store';
  if (onWix) return 'Wix only';
  return inStore ? 'Store only' : 'Neither';
}
