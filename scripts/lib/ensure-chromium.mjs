import { existsSync } from 'node:fs';
import { run } from './run.mjs';
import { say } from './say.mjs';

export const chromiumPath = '/usr/bin/chromium';

/**
 * The browser tests drive the system's own Chromium, so that nothing is downloaded behind the reader's back.
 *
 * @returns {Promise<string | null>} what is missing and how to get it, or `null`
 */
export const ensureChromium = async () => {
  if (existsSync(chromiumPath)) return null;
  const isDebian = existsSync('/usr/bin/apt-get');
  if (!isDebian || process.getuid?.() !== 0) {
    return `The browser tests need Chromium at ${chromiumPath}. On Debian or Ubuntu: sudo apt-get install chromium`;
  }
  say('Installing Chromium for the browser tests, about a minute …');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const update = await run('apt-get', ['update', '-qq'], { env });
  if (update.code !== 0) return 'Chromium is missing, and apt-get update failed.';
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env });
  return existsSync(chromiumPath) ? null : 'Chromium is missing, and apt-get could not install it.';
};
