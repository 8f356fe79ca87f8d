import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Gives `.env.local` the settings it lacks, with values good enough to build and to run against a stand-in. The
 * private half of the key pair is thrown away: nobody can sign an event for this build.
 */
const root = (/** @type {string} */ name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const path = root('.env.local');

/** @type {Record<string, () => string>} */
const placeholders = {
  WIX_CLIENT_ID: () => JSON.parse(readFileSync(root('wix.config.json'), 'utf8')).appId,
  WIX_CLIENT_SECRET: randomUUID,
  WIX_CLIENT_PUBLIC_KEY: () => {
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    return Buffer.from(publicKey.export({ type: 'spki', format: 'pem' })).toString('base64');
  },
  WIX_CLIENT_INSTANCE_ID: randomUUID,
  RELAY_APP_KEY: () => randomBytes(32).toString('base64'),
};

const present = existsSync(path) ? readFileSync(path, 'utf8') : '';
const missing = Object.entries(placeholders).filter(([name]) => !new RegExp(`^${name}=.`, 'm').test(present));
if (missing.length > 0) {
  const separator = present === '' || present.endsWith('\n') ? '' : '\n';
  const lines = missing.map(([name, make]) => `${name}=${make()}\n`);
  writeFileSync(path, present + separator + lines.join(''), { mode: 0o600 });
  console.log(`.env.local: wrote ${missing.map(([name]) => name).join(', ')}`);
}
