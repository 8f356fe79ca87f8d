import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { newestMs } from './newest.mjs';
import { inRoot, tool } from './root.mjs';
import { run } from './run.mjs';
import { say } from './say.mjs';

const sources = ['src', 'astro.config.mjs', 'wix.config.json', 'extension-ids.json', 'package.json', 'package-lock.json', 'tsconfig.json'];
const stampPath = inRoot('dist', '.built');
const envPath = inRoot('.env.local');

/** The app's id is baked into the bundles, so a build made for another id is stale whatever its age. */
const clientId = () => {
  if (process.env.WIX_CLIENT_ID !== undefined) return process.env.WIX_CLIENT_ID;
  if (!existsSync(envPath)) return '';
  return /^WIX_CLIENT_ID=["']?([^"'\r\n]*)/m.exec(readFileSync(envPath, 'utf8'))?.[1] ?? '';
};

const stampNow = () =>
  JSON.stringify({ newestSourceMs: Math.max(...sources.map((name) => newestMs(inRoot(name)))), clientId: clientId() });

export const buildIsFresh = () => existsSync(stampPath) && readFileSync(stampPath, 'utf8') === stampNow();

/**
 * Builds the app with the real Wix build unless `dist` already holds exactly these sources.
 *
 * @returns {Promise<string | null>} what went wrong, or `null`
 */
export const ensureBuild = async () => {
  if (buildIsFresh()) return null;
  say('Building the app, about a minute …');
  // Taken before the build: a file saved while it runs must make the next start build again.
  const stamp = stampNow();
  const { code, output } = await run(tool('wix'), ['build'], { quiet: true });
  if (code !== 0) {
    console.error(output);
    return `wix build ended with code ${code}`;
  }
  if (!existsSync(inRoot('dist'))) return 'wix build ended well but left no dist folder';
  writeFileSync(stampPath, stamp);
  return null;
};
