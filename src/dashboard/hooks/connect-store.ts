import type { ConnectAnswer } from '../../backend/endpoints/api-types';
import { postConnect, type ConnectInput } from '../api/client';
import { matchAll } from './match-all';

export interface Connected {
  readonly storeName: string;
  /** `null` when matching did not come to its end; it can be started again from the page. */
  readonly matched: number | null;
}

/** Connects, then matches what did not fit into the first request. The store stays connected if matching fails. */
export async function connectStore(keys: ConnectInput, told: (accepted: number) => void = () => undefined): Promise<Connected> {
  const { connection, match } = await postConnect(keys);
  return { storeName: connection.storeName, matched: await matchedInAll(match, told) };
}

async function matchedInAll(first: ConnectAnswer['match'], told: (accepted: number) => void): Promise<number | null> {
  if (first === null) return null;
  if (first.next === null) return first.accepted;
  try {
    const rest = await matchAll(first.next, (accepted) => told(first.accepted + accepted));
    return first.accepted + rest.accepted;
  } catch {
    return null;
  }
}
