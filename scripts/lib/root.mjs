import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's top folder: every script works from here, wherever it was called. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** @param {string[]} parts */
export const inRoot = (...parts) => join(root, ...parts);

/** The installed command-line tool of a package; `.cmd` is how npm installs them on Windows. */
export const tool = (/** @type {string} */ name) =>
  inRoot('node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name);
