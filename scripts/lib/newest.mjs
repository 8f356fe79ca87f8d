import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const isTest = /\.test\.[a-z]+$/;

/**
 * When anything under a path last changed, in milliseconds; 0 when it is not there. Folders count too, so that a
 * deleted or renamed file is noticed. Tests do not: they are no part of a build.
 *
 * @param {string} path
 * @returns {number}
 */
export const newestMs = (path) => {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined || isTest.test(path)) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestMs(join(path, name))), stat.mtimeMs);
};
