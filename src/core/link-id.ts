import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { ContactId, Email, InstanceId, LinkId, StoreProductId, StoreReviewId, WixProductId, WixReviewId } from './ids';

const HEX_CHARS = 40;

/** Hashes parts into a row `_id`. Inserting an `_id` is atomic in Wix Data, so a key made of parts is a unique index. */
function rowId(...parts: readonly string[]): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(parts)))).slice(0, HEX_CHARS);
}

/**
 * The name of a pair: one contact's review of one product. Wix allows one such review, both ids are fixed for its
 * life, and a store review resolves to the same two ids, so whichever side is met first makes the same row.
 */
export function pairLinkId(instance: InstanceId, product: WixProductId, contact: ContactId): LinkId {
  return rowId(instance, 'pair', product, contact) as LinkId;
}

/** A Wix review that names no contact. */
export function wixLinkId(instance: InstanceId, review: WixReviewId): LinkId {
  return rowId(instance, 'wix', review) as LinkId;
}

/** A store review that cannot be part of a pair: skipped, unmatched, without an e-mail. */
export function storeLinkId(instance: InstanceId, review: StoreReviewId): LinkId {
  return rowId(instance, 'store', review) as LinkId;
}

export function authorRowId(instance: InstanceId, email: Email): string {
  return rowId(instance, 'author', email);
}

export function productRowId(instance: InstanceId, product: StoreProductId): string {
  return rowId(instance, 'product', product);
}

/** One picture of one review. Not shared between reviews, so that erasing one never takes a picture from another. */
export function pictureRowId(link: LinkId, url: string): string {
  return rowId(link, 'picture', url);
}

export function hintRowId(instance: InstanceId, product: StoreProductId): string {
  return rowId(instance, 'hint', product);
}

export function connectionRowId(instance: InstanceId): string {
  return rowId(instance, 'connection');
}

export function alertSettingsRowId(instance: InstanceId): string {
  return rowId(instance, 'alerts');
}

export function originRowId(instance: InstanceId): string {
  return rowId(instance, 'origin');
}

/** One value that lost: found again when the same clash is settled twice. */
export function conflictRowId(link: LinkId, field: string, lost: string): string {
  return rowId(link, 'conflict', field, lost);
}

/** One run at a time per site, so its row has a fixed name. */
export function runRowId(instance: InstanceId): string {
  return rowId(instance, 'run');
}

/** A run that is over, kept for the list of runs. */
export function pastRunRowId(instance: InstanceId, startedAtMs: number): string {
  return rowId(instance, 'run', String(startedAtMs));
}
