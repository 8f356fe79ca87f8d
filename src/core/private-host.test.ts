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

  it.each(['localhost..', '10.0.0.1..', 'metadata.google.internal..', 'shop..example.com', 'intranet', 'printer.local', 'metadata.google.internal', 'metadata.google.internal.', 'nas.lan', 'shop.corp', 'router.home.arpa'])('calls the name %s private', (host) => {
    expect(kindOf(host)).toBe('private');
  });
});

describe('every block of addresses that is not public', () => {
  it.each([
    ['0.0.0.0', '0.255.255.255', null, '1.0.0.0'],
    ['10.0.0.0', '10.255.255.255', '9.255.255.255', '11.0.0.0'],
    ['100.64.0.0', '100.127.255.255', '100.63.255.255', '100.128.0.0'],
    ['169.254.0.0', '169.254.255.255', '169.253.255.255', '169.255.0.0'],
    ['172.16.0.0', '172.31.255.255', '172.15.255.255', '172.32.0.0'],
    ['192.0.0.0', '192.0.0.255', '191.255.255.255', '192.0.1.0'],
    ['192.0.2.0', '192.0.2.255', '192.0.1.255', '192.0.3.0'],
    ['192.168.0.0', '192.168.255.255', '192.167.255.255', '192.169.0.0'],
    ['198.18.0.0', '198.19.255.255', '198.17.255.255', '198.20.0.0'],
    ['198.51.100.0', '198.51.100.255', '198.51.99.255', '198.51.101.0'],
    ['203.0.113.0', '203.0.113.255', '203.0.112.255', '203.0.114.0'],
    ['224.0.0.0', '255.255.255.255', '223.255.255.255', null],
  ])('holds %s to %s, and neither what comes before nor after', (first, last, before, after) => {
    expect([first, last].map(kindOf)).toEqual(['private', 'private']);
    for (const outside of [before, after]) if (outside !== null) expect(kindOf(outside)).toBe('public');
  });
});
