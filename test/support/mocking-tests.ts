import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const isTest = /\.test\.(mjs|tsx?)$/;
const mocksModules = /\bvi\.(mock|doMock)\(/;

/**
 * The tests in some folders that put another module in the place of one. Each needs modules of its own: in a process that has
 * loaded the real one already, the other would never be seen.
 *
 * `root`: the project's folder. `folders`, and what comes back: paths from there.
 */
export function mockingTests(root: string, folders: readonly string[]): string[] {
  return folders
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
    .filter((path) => isTest.test(path) && mocksModules.test(readFileSync(join(root, path), 'utf8')))
    .sort();
}
