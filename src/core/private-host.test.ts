import { describe, expect, it } from 'vitest';
import { hostKind } from './private-host';

function kindOf(host: string): string {
  return hostKind(new URL(`https://${host}/`).hostname);
}

describe('hostKind', () => {
  it.each(['shop.example', 'xn--bcher-kva.example', '8.8.8.8', '172.32.0.1', '100.128.0.1', '[2606:4700::1111]'])('calls %s public', (host) => {
    expect(kindOf(host)).toBe('public');
  });

  it.each(['localhost', 'LOCALHOST.', 'shop.localhost', '127.0.0.1', '127.255.0.9', '[::1]'])('calls %s loopback', (host) => {
    expect(kindOf(host)).toBe('loopback');
  });

  it.each(['2130706433', '0x7f000001', '017700000001', '127.1', '0177.0.0.1', '127.0.0.1.'])('sees through the spelling %s of this machine', (host) => {
    expect(kindOf(host)).toBe('loopback');
  });

  it.each([
    '0.0.0.0', '10.1.2.3', '100.64.0.1', '100.127.255.255', '169.254.169.254', '172.16.0.1', '172.31.255.255', '192.168.1.1', '192.0.0.192',
    '198.18.0.1', '198.19.255.255', '224.0.0.1', '240.0.0.1', '255.255.255.255', '0xa9fea9fe', '2852039166',
  ])('calls %s private', (host) => {
    expect(kindOf(host)).toBe('private');
  });

  it.each([
    '[::]', '[fc00::1]', '[fd12:3456::1]', '[fe80::1]', '[ff02::1]', '[::ffff:10.0.0.1]', '[::ffff:127.0.0.1]', '[::ffff:8.8.8.8]', '[64:ff9b::a00:1]', '[2002:a00:1::]',
    '[2001::1]', '[2001:db8::1]',
  ])('calls %s private', (host) => {
    expect(kindOf(host)).toBe('private');
  });

  it.each(['intranet', 'printer.local', 'metadata.google.internal', 'metadata.google.internal.', 'nas.lan', 'shop.corp', 'router.home.arpa'])('calls the name %s private', (host) => {
    expect(kindOf(host)).toBe('private');
  });
});
