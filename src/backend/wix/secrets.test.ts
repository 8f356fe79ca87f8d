import { afterEach, describe, expect, it, vi } from 'vitest';
import { readAppKey } from './app-key';
import { publishSecrets, readSecret } from './secrets';

describe('secrets', () => {
  afterEach(() => vi.unstubAllEnvs());

  it('reads what the middleware published, at the moment of reading', () => {
    let value = 'first';
    publishSecrets(() => value);
    value = 'second';
    expect(readSecret('WIX_CLIENT_SECRET')).toBe('second');
  });

  it('falls back to the process where nothing was published', () => {
    publishSecrets(() => undefined);
    vi.stubEnv('WIX_CLIENT_SECRET', 'from-process');
    expect(readSecret('WIX_CLIENT_SECRET')).toBe('from-process');
  });

  it('names the setting that is missing', () => {
    publishSecrets(() => undefined);
    vi.stubEnv('RELAY_APP_KEY', '');
    expect(() => readSecret('RELAY_APP_KEY')).toThrow(/RELAY_APP_KEY/);
  });

  it.each(['c2hvcnQ=', '%%%'])('refuses an app key that is not 32 bytes without showing it', (key) => {
    publishSecrets(() => key);
    expect(() => readAppKey()).toThrow(/32 bytes/);
    expect(() => readAppKey()).not.toThrow(new RegExp(key));
  });
});
