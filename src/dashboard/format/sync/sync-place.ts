import type { LinkItem } from '../../../backend/endpoints/api-types';
import { isLinkState } from '../link-state-label';
import { isReason, type Reason } from './reason-names';

/** Where the page is: how the list is narrowed and whose history is open. All of it is in the address, so it can be shared. */
export interface SyncPlace {
  readonly state: LinkItem['state'] | null;
  /** Why a review is where it is. */
  readonly code: Reason | null;
  readonly q: string | null;
  readonly item: string | null;
}

export function readPlace(search: string): SyncPlace {
  const params = new URLSearchParams(search);
  const [state, code, q, item] = [params.get('state'), params.get('code'), params.get('q')?.trim() ?? '', params.get('item') ?? ''];
  return { state: state !== null && isLinkState(state) ? state : null, code: code !== null && isReason(code) ? code : null, q: q === '' ? null : q.slice(0, 100), item: item === '' ? null : item };
}

/** Empty, or begins with `?`. */
export function writePlace({ state, code, q, item }: SyncPlace): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries({ state, code, q, item })) if (value !== null) params.set(name, value);
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}
