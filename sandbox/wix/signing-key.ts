import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import type { Journal } from '../journal';

export interface SigningKey {
  readonly publicKeyPem: string;
  /** A compact RS256 JWT. */
  signJwt(claims: Readonly<Record<string, unknown>>): string;
}

const ROW_ID = 'events';

/** The key events are signed with; kept in the journal, so that an app configured with it stays configured. */
export function openSigningKey(journal: Journal): SigningKey {
  const table = journal.table<{ readonly id: string; readonly privateKeyPem: string }>('wix/keys');
  const row = table.get(ROW_ID) ?? { id: ROW_ID, privateKeyPem: newPrivateKeyPem() };
  if (table.get(ROW_ID) === undefined) table.put(row);
  const privateKey = createPrivateKey(row.privateKeyPem);
  return {
    publicKeyPem: createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString(),
    signJwt(claims) {
      const unsigned = `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode(claims)}`;
      return `${unsigned}.${sign('RSA-SHA256', Buffer.from(unsigned), privateKey).toString('base64url')}`;
    },
  };
}

function newPrivateKeyPem(): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
