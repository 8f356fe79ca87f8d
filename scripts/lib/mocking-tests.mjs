import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from './root.mjs';

const isTest = /\.test\.(mjs|tsx?)$/;
const mocksModules = /\bvi\.(mock|doMock)\(/;

/**
 * The tests in some folders that put another module in the place of one. Each needs modules of its own: in a process that has
 * loaded the real one already, the other would never be seen.
 *
 * @param {string[]} folders Paths from the project's root.
 * @returns {string[]} Paths from the project's root.
 */
export const mockingTests = (folders) =>
  folders
    .flatMap((folder) => readdirSync(inRoot(folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
    .filter((path) => isTest.test(path) && mocksModules.test(readFileSync(inRoot(path), 'utf8')))
    .sort();
