import { describe, expect, it } from 'vitest';
import { SyncError } from '../../../core/sync-error';
import { parseStoreUrl, type Loopback } from './store-url';

function failureOf(raw: string, loopback: Loopback = 'refused'): string {
  try {
    parseStoreUrl(raw, loopback);
  } catch (error) {
    if (error instanceof SyncError) return error.code;
  }
  return 'none';
}

describe('parseStoreUrl', () => {
  it.each([
    ['https://shop.example', 'https://shop.example'],
    [' https://Shop.Example/ ', 'https://shop.example'],
    ['https://shop.example/store/', 'https://shop.example/store'],
    ['https://shop.example:8443', 'https://shop.example:8443'],
    ['https://shop.example/store/wp-admin/admin.php?page=wc-settings', 'https://shop.example/store'],
    ['https://shop.example/wp-json/wc/v3', 'https://shop.example'],
    ['https://shop.example/?utm=1#top', 'https://shop.example'],
  ])('reads %s as %s, spoken to with Basic', (raw, base) => {
    expect(parseStoreUrl(raw, 'refused')).toEqual({ base, auth: 'basic' });
  });

  it('speaks to this machine with OAuth over http, on any port, where a developer allows it', () => {
    expect(parseStoreUrl('http://127.0.0.1:8099/shop', 'allowed')).toEqual({ base: 'http://127.0.0.1:8099/shop', auth: 'oauth1' });
    expect(parseStoreUrl('https://localhost:9443', 'allowed')).toEqual({ base: 'https://localhost:9443', auth: 'basic' });
  });

  it.each(['shop.example', '', 'ftp://shop.example', 'javascript:alert(1)', 'https://user:word@shop.example', 'https://shop.example:22', 'https://'])('refuses %j as no address', (raw) => {
    expect(failureOf(raw)).toBe('STORE_URL_INVALID');
  });

  it('refuses plain http to anything but this machine, even where that is allowed', () => {
    expect(failureOf('http://shop.example')).toBe('STORE_URL_INSECURE');
    expect(failureOf('http://shop.example', 'allowed')).toBe('STORE_URL_INSECURE');
  });

  it.each(['https://localhost', 'http://127.0.0.1:8099', 'https://0x7f000001', 'https://[::1]', 'https://169.254.169.254/latest', 'https://10.0.0.1', 'https://nas.local'])('refuses %s as private', (raw) => {
    expect(failureOf(raw)).toBe('STORE_URL_PRIVATE');
  });

  it('refuses private networks even where this machine is allowed', () => {
    expect(failureOf('http://192.168.1.10', 'allowed')).toBe('STORE_URL_PRIVATE');
    expect(failureOf('https://[::ffff:127.0.0.1]', 'allowed')).toBe('STORE_URL_PRIVATE');
  });

  it('keeps the address itself out of the error', () => {
    expect(() => parseStoreUrl('https://alice:hunter2@shop.example', 'refused')).toThrow(expect.objectContaining({ message: expect.not.stringMatching(/hunter2|alice|shop\.example\b.*@/u) }));
  });
});
