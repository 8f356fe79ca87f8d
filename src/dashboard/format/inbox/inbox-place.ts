import type { InboxFilter } from '../../../backend/endpoints/inbox/inbox-types';

/** Where the page is: what the list shows and which item is open. All of it is in the address, so it can be shared. */
export interface InboxPlace {
  readonly filter: InboxFilter;
  readonly item: string | null;
}

export const EVERYTHING_OPEN: InboxFilter = { view: 'open', rating: null, side: null, product: null, olderThanHours: null, text: null };

export function readPlace(search: string): InboxPlace {
  const params = new URLSearchParams(search);
  const [view, rating, side, older] = [params.get('view'), Number(params.get('rating')), params.get('side'), Number(params.get('older'))];
  return {
    filter: {
      view: view === 'snoozed' || view === 'done' ? view : 'open',
      rating: rating === 1 || rating === 2 || rating === 3 ? rating : null,
      side: side === 'wix' || side === 'store' ? side : null,
      product: params.get('product'),
      olderThanHours: Number.isInteger(older) && older > 0 ? older : null,
      text: params.get('q'),
    },
    item: params.get('item'),
  };
}

/** Begins with `?`; what is as always is left out. */
export function writePlace({ filter, item }: InboxPlace): string {
  const params = new URLSearchParams();
  const put = (name: string, value: string | number | null): void => {
    if (value !== null && value !== '') params.set(name, String(value));
  };
  put('view', filter.view === 'open' ? null : filter.view);
  put('rating', filter.rating);
  put('side', filter.side);
  put('product', filter.product);
  put('older', filter.olderThanHours);
  put('q', filter.text);
  put('item', item);
  return `?${params.toString()}`;
}

export function isNarrowed({ rating, side, product, olderThanHours, text }: InboxFilter): boolean {
  return [rating, side, product, olderThanHours, text].some((value) => value !== null);
}
