import type { StoreKeysInput } from '../api/client';

/** Whether there is something in each field of the form. */
export function keysComplete({ url, key, secret }: StoreKeysInput): boolean {
  return [url, key, secret].every((value) => value.trim() !== '');
}
