import { z } from 'zod';
import { SyncError } from '../../core/sync-error';

export type SecretName = 'WIX_CLIENT_ID' | 'WIX_CLIENT_SECRET' | 'RELAY_APP_KEY';
export type SecretReader = (name: string) => string | undefined;

/**
 * Event handlers and pages are two bundles with two copies of this module, so a reader is handed over through the one
 * thing both see: a well-known symbol on the global object. It holds a function, never a value.
 */
const BRIDGE = Symbol.for('review-relay.secret-reader');

const bridge = z.custom<SecretReader>((value) => typeof value === 'function');

export function publishSecrets(reader: SecretReader): void {
  Reflect.set(globalThis, BRIDGE, reader);
}

/** Reads a setting at the moment it is needed: its value may change between requests. */
export function readSecret(name: SecretName): string {
  const value = published(name) ?? fromProcess(name);
  if (value === undefined || value === '') throw new SyncError('UNEXPECTED', { field: name, got: 'nothing', expected: 'a value in the environment' });
  return value;
}

function published(name: string): string | undefined {
  return bridge.safeParse(Reflect.get(globalThis, BRIDGE)).data?.(name);
}

/** The development server delivers events without running the middleware that publishes the reader. */
function fromProcess(name: string): string | undefined {
  return typeof process === 'undefined' ? undefined : process.env[name];
}
