import type { SyncCode } from './sync-code';

/** What a store answers, or does not, while nobody can be served there. A key it does not accept is an answer. */
export const DOWN_CODES: readonly SyncCode[] = ['STORE_UNREACHABLE', 'STORE_TIMEOUT', 'STORE_SERVER_ERROR', 'STORE_BLOCKED', 'STORE_CERTIFICATE'];

export function saysDown(code: SyncCode): boolean {
  return DOWN_CODES.includes(code);
}

/** So many failures in a row, without an answer in between, are no accident of one request. */
export const FAILURES_UNTIL_SHUT = 3;

/** `undefined`: the store has never failed. */
export function isStoreDown(failures: number | undefined): boolean {
  return (failures ?? 0) >= FAILURES_UNTIL_SHUT;
}

const FIRST_MS = 30_000;
const LONGEST_MS = 10 * 60_000;

/** How long a store is left alone after its `failures`th failure in a row; at least as long as it asked for, within reason. */
export function probeDelayMs(failures: number, askedMs = 0): number {
  const doublings = Math.max(0, failures - FAILURES_UNTIL_SHUT);
  return Math.min(LONGEST_MS, Math.max(FIRST_MS * 2 ** doublings, askedMs));
}
