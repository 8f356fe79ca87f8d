import { httpClient } from '@wix/essentials';
import type {
  ConnectAnswer, ConnectionSummary, DisconnectAnswer, ForgetStoreAnswer, LinkItem, LinksAnswer, MatchAnswer, ProductItem, ProductsAnswer, RunAnswer,
  SchedulerAnswer, StatusAnswer, TickAnswer,
} from '../../backend/endpoints/api-types';
import { problemOf, unreachable } from './api-problem';
import { endpointUrl } from './endpoint-url';

export interface StoreKeysInput {
  readonly url: string;
  readonly key: string;
  readonly secret: string;
}

/** `moved`: its owner says that the shop of before is at this address now. */
export interface ConnectInput extends StoreKeysInput {
  readonly moved?: true;
}

export interface LinksQuery {
  readonly state: LinkItem['state'] | null;
  /** Why they are where they are. */
  readonly code: LinkItem['code'];
  /** Part of a product's name. */
  readonly q: string | null;
  /** One product, by its key. */
  readonly product: string | null;
  /** As many as a page of the list has, or a hundred. */
  readonly per?: 100;
  readonly cursor: string | null;
}

export type ManualChoice = Pick<ProductItem, 'storeProductId' | 'wixProductId'>;
export type BackfillAction = 'start' | 'pause' | 'resume' | 'cancel' | 'release' | 'sweep';

export const getStatus = (version: string | null): Promise<StatusAnswer> => get('sync/status', { version });
export const getLinks = ({ state, code, q, product, per, cursor }: LinksQuery): Promise<LinksAnswer> => get('sync/links', { state, code, q, product, per: per === undefined ? null : String(per), cursor });
export const getSuggestions = (): Promise<ProductsAnswer> => get('sync/products', { choice: 'suggested' });
export const getScheduler = (): Promise<SchedulerAnswer> => get('sync/scheduler', {});
export const postConnect = (keys: ConnectInput): Promise<ConnectAnswer> => post('sync/connect', keys);
export const postForgetStore = (): Promise<ForgetStoreAnswer> => post('sync/forget-store', {});
export const postDisconnect = (): Promise<DisconnectAnswer> => post('sync/disconnect', {});
export const postMatch = (cursor: string | null): Promise<MatchAnswer> => post('sync/match', cursor === null ? {} : { cursor });
export const postManualMatch = (choice: ManualChoice): Promise<{ readonly product: ProductItem }> => post('sync/match', { storeProductId: choice.storeProductId, wixProductId: choice.wixProductId });
export const postBackfill = (action: BackfillAction): Promise<RunAnswer> => post('sync/backfill', { action });
export const postTick = (): Promise<TickAnswer> => post('sync/tick', {});
export const postPause = (paused: boolean): Promise<{ readonly connection: ConnectionSummary }> => post('sync/pause', { paused });
export const postWebhook = (): Promise<{ readonly connection: ConnectionSummary }> => post('sync/webhook', {});
export const postProbe = (): Promise<{ readonly connection: ConnectionSummary }> => post('sync/probe', {});

export function get<Answer>(path: string, query: Readonly<Record<string, string | null>>): Promise<Answer> {
  const url = new URL(endpointUrl(path));
  for (const [name, value] of Object.entries(query)) if (value !== null) url.searchParams.set(name, value);
  return call(url.href, { method: 'GET' });
}

export function post<Answer>(path: string, body: object): Promise<Answer> {
  return call(endpointUrl(path), { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
}

async function call<Answer>(url: string, init: RequestInit): Promise<Answer> {
  const response = await httpClient.fetchWithAuth(url, init).catch(() => {
    throw unreachable();
  });
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok || body === null) throw problemOf(body);
  // Both ends are built from the same `api-types.ts`.
  return body as Answer;
}
