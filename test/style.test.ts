import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const readRoot = (name: string) => readFileSync(join(root, name), 'utf8');

interface SourceFile {
  /** From the repository's top folder, with forward slashes. */
  readonly path: string;
  readonly lines: readonly string[];
}

const isSource = /\.(tsx?|mts|js|mjs|css|html|astro|json)$/;
const isCode = /\.(tsx?|mts|js|mjs|astro)$/;
const isTest = /\.test\.tsx?$/;

function filesIn(folder: string): readonly SourceFile[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => isSource.test(name))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .map((path) => ({ path, lines: readRoot(path).replace(/\n$/, '').split('\n') }));
}

const src = filesIn('src');
const ours = [...src, ...['sandbox', 'sim', 'bench'].flatMap(filesIn)];

/** Every place where a pattern occurs, as `path:line: text`, so that a failure can be clicked. */
function placesOf(pattern: RegExp, files: readonly SourceFile[]): readonly string[] {
  return files.flatMap(({ path, lines }) =>
    lines.flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [])),
  );
}

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

describe('files stay small enough to hold in the head', () => {
  test('no file is over 300 lines', () => {
    const long = ours.filter(({ path, lines }) => isCode.test(path) && lines.length > 300);
    expect(long.map(({ path, lines }) => `${path}: ${lines.length} lines`)).toEqual([]);
  });

  test('half of the files in src are within 70 lines, and nine in ten within 200', () => {
    const lengths = src.filter(({ path }) => isCode.test(path)).map(({ lines }) => lines.length).sort((a, b) => a - b);
    expect(percentile(lengths, 0.5)).toBeLessThanOrEqual(70);
    expect(percentile(lengths, 0.9)).toBeLessThanOrEqual(200);
  });
});

describe('what decides is tested more than it is written', () => {
  test.each(['src/core', 'src/backend/sync'])('%s has at least twice as many lines of tests as of code', (folder) => {
    const linesOf = (files: readonly SourceFile[]): number => files.reduce((sum, { lines }) => sum + lines.length, 0);
    const code = src.filter(({ path }) => path.startsWith(`${folder}/`) && isCode.test(path));
    const ships = ({ path }: SourceFile): boolean => !isTest.test(path) && !path.endsWith('.fixture.ts');
    expect(linesOf(code.filter((file) => !ships(file)))).toBeGreaterThanOrEqual(2 * linesOf(code.filter(ships)));
  });
});

describe('nothing is left for later', () => {
  test('no file holds a note of unfinished work', () => {
    expect(placesOf(/\b(TODO|FIXME|XXX|HACK)\b/, ours)).toEqual([]);
  });

  test('no test is switched off or alone', () => {
    const tests = ours.filter(({ path }) => isTest.test(path));
    expect(placesOf(/\b(test|it|describe)\.only\(/, tests)).toEqual([]);
  });
});

/** The guard that keeps the app from calling private addresses has to name them. */
const mayNameLocalAddresses = ['src/core/private-host.ts'];

describe('the app knows nothing of the desk it is built on', () => {
  const app = src.filter(({ path }) => !isTest.test(path));

  test('src does not mention the sandbox', () => {
    expect(placesOf(/sandbox/i, app)).toEqual([]);
  });

  test('src names no local address, except in the guard against them', () => {
    const files = app.filter(({ path }) => !mayNameLocalAddresses.includes(path));
    expect(placesOf(/\blocalhost\b|127\.0\.0\.1/i, files)).toEqual([]);
  });

  test('no file names a folder of one machine', () => {
    const machinePath = /(^|["'`\s(=])(\/(home|Users|root|work|private|mnt)\/|[A-Za-z]:\\Users\\)/;
    expect(placesOf(machinePath, ours)).toEqual([]);
  });
});

describe('installing works from any registry', () => {
  test('the lock file names no registry host', () => {
    const lines = readRoot('package-lock.json').split('\n');
    expect(lines.filter((line) => line.includes('"resolved"'))).toEqual([]);
  });

  test('and npm is told to keep it so', () => {
    expect(readRoot('.npmrc').split('\n')).toContain('omit-lockfile-registry-resolved=true');
  });
});
