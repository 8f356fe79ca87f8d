import type { LinkItem } from '../../../backend/endpoints/api-types';
import { isLinkState } from '../link-state-label';
import { isReason, type Reason } from './reason-names';

/** Where the page is: how the list is narrowed and whose history is open. All of it is in the address, so it can be shared. */
export interface SyncPlace {
  readonly state: LinkItem['state'] | null;
  /** Why a review is where it is. */
  readonly code: Reason | null;
  readonly q: string | null;
  /** One product, by its key. Not beside `q`. */
  readonly product: string | null;
  readonly item: string | null;
}

const PRODUCT_KEY = /^(?:store:)?[\w-]{1,60}$/u;

export function readPlace(search: string): SyncPlace {
  const params = new URLSearchParams(search);
  const [state, code, q, product, item] = [params.get('state'), params.get('code'), params.get('q')?.trim() ?? '', params.get('product') ?? '', params.get('item') ?? ''];
  const isProduct = PRODUCT_KEY.test(product);
  return { state: state !== null && isLinkState(state) ? state : null, code: code !== null && isReason(code) ? code : null, q: q === '' || isProduct ? null : q.slice(0, 100), product: isProduct ? product : null, item: item === '' ? null : item };
}

/** Empty, or begins with `?`. */
export function writePlace({ state, code, q, product, item }: SyncPlace): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries({ state, code, q, product, item })) if (value !== null) params.set(name, value);
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}
