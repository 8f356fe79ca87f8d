import { existsSync, readFileSync, statSync } from 'node:fs';
import { inRoot } from './root.mjs';
import { run } from './run.mjs';
import { fail, say } from './say.mjs';

const lockPath = inRoot('package-lock.json');
const installedPath = inRoot('node_modules', '.package-lock.json');

/** @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }>} */
const packagesOf = (/** @type {string} */ path) => JSON.parse(readFileSync(path, 'utf8')).packages ?? {};

/**
 * Whether what is installed is what the lock file asks for. A lock file that is merely newer (after a branch
 * switch, say) does not cost a reinstall: the versions decide.
 */
export const modulesAreFresh = () => {
  if (!existsSync(installedPath)) return false;
  if (statSync(lockPath).mtimeMs <= statSync(installedPath).mtimeMs) return true;
  const installed = packagesOf(installedPath);
  return Object.entries(packagesOf(lockPath)).every(([name, wanted]) => {
    if (name === '') return true;
    const found = installed[name];
    if (found === undefined) return wanted.optional === true || wanted.devOptional === true;
    return found.version === wanted.version;
  });
};

export const ensureModules = async () => {
  if (modulesAreFresh()) return;
  say('Installing the packages, two or three minutes the first time …');
  const { code } = await run('npm', ['ci', '--no-audit', '--no-fund']);
  if (code !== 0) fail('The packages could not be installed: npm says why above. Nothing else was done.');
};
