import type { Base, Fingerprint } from '../../core/fingerprint';
import { fingerprint } from '../../core/fingerprint';
import type { SyncCode } from '../../core/sync-code';
import type { Field, ReviewFields, Side } from '../../core/review';
import type { StoreReview } from '../stores/store';
import type { Outcome } from './tables';
import type { WixReview } from './wix-port';

/** Both sides after the ops that went through, and what to write down about it. */
export interface Done {
  readonly wix: WixReview | null;
  readonly store: StoreReview | null;
  readonly base: Base | null;
  readonly code: SyncCode | null;
  readonly outcome: Outcome;
  /** One short phrase for the merchant's list; `null` when nothing was written. */
  readonly event: string | null;
  readonly tombstone: boolean;
  /** As on the link; left out when nothing about them changed. */
  readonly pictures?: Fingerprint | null;
  /** Epoch ms: not finished, look again then. */
  readonly againAtMs?: number;
}

/**
 * Shops rewrite what they are given (trim it, encode it), so the base keeps what the answer says was stored.
 * Otherwise the rewriting would look like a person's edit next time and travel back.
 */
export function withStored(base: Base | null, on: Side, written: readonly Field[], stored: ReviewFields): Base | null {
  if (base === null) return null;
  const prints: Partial<Record<Field, Fingerprint>> = {};
  for (const field of written) prints[field] = fingerprint(stored[field]);
  return { ...base, [on]: { ...base[on], ...prints } };
}

/**
 * A review as it was read, with the fields we wrote as the answer gives them. What the answer shows of other fields may
 * be a person's edit made meanwhile: taken for seen, it would never be carried across.
 */
export function asRead<R extends { readonly fields: ReviewFields }>(before: R, answer: R, written: readonly Field[]): R {
  const stored = Object.fromEntries(written.map((field) => [field, answer.fields[field]]));
  return { ...answer, fields: { ...before.fields, ...stored } };
}
