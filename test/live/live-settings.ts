export interface LiveSettings {
  readonly url: string;
  readonly key: string;
  readonly secret: string;
}

/** Where the live suite may write. A suite that cannot run fails: one that skips itself looks like one that passed. */
export function liveSettings(env: Readonly<Record<string, string | undefined>>): LiveSettings {
  const read = (name: string): string => env[name]?.trim() ?? '';
  const missing = ['WOO_URL', 'WOO_KEY', 'WOO_SECRET'].filter((name) => read(name) === '');
  if (missing.length > 0) {
    throw new Error(
      `Expected WOO_URL, WOO_KEY and WOO_SECRET to name a WooCommerce store to test against, missing: ${missing.join(', ')}. ` +
        'The keys need read and write access. Set WOO_INSECURE=1 for a self-signed certificate; plain http works on this machine only.',
    );
  }
  return { url: read('WOO_URL'), key: read('WOO_KEY'), secret: read('WOO_SECRET') };
}
