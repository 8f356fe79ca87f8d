import type { ConnectionSummary, LinkItem } from '../../../backend/endpoints/api-types';

/** What the button beside a reason does. */
export type RowAction =
  | { readonly kind: 'retry' }
  | { readonly kind: 'setup'; readonly step: 'products' | 'connect' }
  | { readonly kind: 'store'; readonly href: string };

type Row = Pick<LinkItem, 'actionKind' | 'code' | 'birth' | 'inStore' | 'storeReviewId'>;

/** `null`: there is nothing to press, and the words say all. */
export function rowAction(item: Row, storeUrl: ConnectionSummary['storeUrl']): RowAction | null {
  switch (item.actionKind) {
    case 'retry':
      return { kind: 'retry' };
    case 'match-products':
      return { kind: 'setup', step: 'products' };
    case 'reconnect':
      return { kind: 'setup', step: 'connect' };
    case 'open-review':
      return item.inStore && item.storeReviewId !== null && !isForWix(item) ? { kind: 'store', href: reviewInStore(storeUrl, item.storeReviewId) } : null;
    case 'reload':
    case 'wait':
    case 'contact-support':
    case 'none':
    case null:
      return null;
  }
}

/** Whether the hand is needed on Wix, where no page of one review can be opened from outside. */
function isForWix({ code, birth }: Row): boolean {
  return code === 'WIX_ORGANIC_REFUSED' || ((code === 'CANNOT_EDIT' || code === 'CANNOT_DELETE') && birth === 'store');
}

/** In WordPress a review is a comment, and this is where one is changed. */
function reviewInStore(storeUrl: string, id: string): string {
  return `${storeUrl.replace(/\/$/u, '')}/wp-admin/comment.php?action=editcomment&c=${encodeURIComponent(id)}`;
}
