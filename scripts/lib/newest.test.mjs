import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newestMs } from './newest.mjs';

const secondsOf = { folder: 100, source: 200, test: 300, later: 400 };
let folder = '';

const place = (name, atSeconds) => {
  writeFileSync(join(folder, 'deep', name), '');
  utimesSync(join(folder, 'deep', name), atSeconds, atSeconds);
};
const settleFolders = () => {
  for (const path of [join(folder, 'deep'), folder]) utimesSync(path, secondsOf.folder, secondsOf.folder);
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'newest-'));
  mkdirSync(join(folder, 'deep'));
  place('a.ts', secondsOf.source);
  settleFolders();
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a file deep inside decides', () => {
  expect(newestMs(folder)).toBe(secondsOf.source * 1000);
});

test('a changed test does not make a build stale', () => {
  place('a.test.ts', secondsOf.test);
  settleFolders();
  expect(newestMs(folder)).toBe(secondsOf.source * 1000);
});

test('a deleted file shows in its folder', () => {
  rmSync(join(folder, 'deep', 'a.ts'));
  utimesSync(join(folder, 'deep'), secondsOf.later, secondsOf.later);
  expect(newestMs(folder)).toBe(secondsOf.later * 1000);
});

test('a path that is not there never changed', () => {
  expect(newestMs(join(folder, 'nothing'))).toBe(0);
});
