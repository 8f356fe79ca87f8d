/** Where a host name leads, as far as its text tells. */
export type HostKind = 'public' | 'loopback' | 'private';

/** Endings that only a private network resolves. */
const PRIVATE_SUFFIXES = ['local', 'localdomain', 'internal', 'intranet', 'lan', 'home', 'corp', 'home.arpa'];

type Octets = readonly [number, number, number, number];

/** First address and prefix length in bits of every IPv4 block that is not a public host. Loopback is told apart before. */
const PRIVATE_IPV4: readonly (readonly [Octets, number])[] = [
  [[0, 0, 0, 0], 8], // this network
  [[10, 0, 0, 0], 8],
  [[100, 64, 0, 0], 10], // carrier-grade NAT, also some clouds' metadata
  [[169, 254, 0, 0], 16], // link-local, the metadata address of most clouds
  [[172, 16, 0, 0], 12],
  [[192, 0, 0, 0], 24],
  [[192, 0, 2, 0], 24], // documentation
  [[192, 168, 0, 0], 16],
  [[198, 18, 0, 0], 15], // benchmarks
  [[198, 51, 100, 0], 24], // documentation
  [[203, 0, 113, 0], 24], // documentation
  [[224, 0, 0, 0], 3], // multicast and reserved
];

/**
 * Tells by its text where a host leads. `hostname` must come from a WHATWG `URL`, which has already turned decimal,
 * octal, hexadecimal and shortened addresses into four plain numbers.
 */
export function hostKind(hostname: string): HostKind {
  const host = hostname.replace(/\.$/u, '').toLowerCase();
  if (host.startsWith('[')) return ipv6Kind(host.slice(1, -1));
  // No public name has an empty label, and what a resolver makes of one with two dots at its end is its own affair.
  if (host.split('.').includes('')) return 'private';
  const octets = parseOctets(host);
  if (octets !== null) return ipv4Kind(octets);
  return nameKind(host);
}

function nameKind(host: string): HostKind {
  if (host === 'localhost' || host.endsWith('.localhost')) return 'loopback';
  // A name without a dot is found only in the network the asker happens to be in.
  if (!host.includes('.')) return 'private';
  return PRIVATE_SUFFIXES.some((suffix) => host.endsWith(`.${suffix}`)) ? 'private' : 'public';
}

function ipv4Kind(octets: Octets): HostKind {
  if (octets[0] === 127) return 'loopback';
  return PRIVATE_IPV4.some(([first, bits]) => prefix(octets, bits) === prefix(first, bits)) ? 'private' : 'public';
}

/**
 * Only global unicast (2000::/3) without its tunnels is public, so IPv4-mapped, unique-local, link-local, multicast
 * and NAT64 addresses all fall outside without being listed.
 */
function ipv6Kind(address: string): HostKind {
  if (address === '::1') return 'loopback';
  const groups = (address.split('::')[0] ?? '').split(':').map((group) => Number.parseInt(group || '0', 16));
  const [first = 0, second = 0] = groups;
  if (first < 0x2000 || first > 0x3fff || first === 0x2002) return 'private';
  const teredoOrDocumentation = first === 0x2001 && (second === 0 || second === 0xdb8);
  return teredoOrDocumentation ? 'private' : 'public';
}

function parseOctets(host: string): Octets | null {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/u.exec(host);
  if (match === null) return null;
  const [, a, b, c, d] = match.map(Number);
  return [a ?? 0, b ?? 0, c ?? 0, d ?? 0];
}

function prefix([a, b, c, d]: Octets, bits: number): number {
  return Math.floor((a * 2 ** 24 + b * 2 ** 16 + c * 2 ** 8 + d) / 2 ** (32 - bits));
}
