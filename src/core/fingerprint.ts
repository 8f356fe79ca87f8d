import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { FIELDS, type Field, type ReviewFields } from './review';

/** Short hash of one field's canonical value. Rows keep these instead of the text: small, and nobody's words. */
export type Fingerprint = string;

/** One fingerprint per field of one side. */
export type Prints = Readonly<Record<Field, Fingerprint>>;

/**
 * What each side held when both last agreed: the third tree of a link. Two sets, because agreeing does not always
 * mean equal: a store without titles, a direction that is off or an edit that cannot cross leave a lasting difference
 * which must not look like a new change each time.
 */
export interface Base {
  readonly wix: Prints;
  readonly store: Prints;
}

const HASH_CHARS = 16;

export function fingerprint(value: ReviewFields[Field]): Fingerprint {
  const bytes = sha256(utf8ToBytes(JSON.stringify(value)));
  return btoa(String.fromCharCode(...bytes)).slice(0, HASH_CHARS);
}

export function fingerprints(fields: ReviewFields): Prints {
  return Object.fromEntries(FIELDS.map((field) => [field, fingerprint(fields[field])])) as Prints;
}
