import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { preloadEntries } from './preload-entries';

let dir: string;

beforeEach(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'relay-entries-'));
  mkdirSync(path.join(dir, 'chunks'));
});

afterEach(() => {
  rmSync(dir, { recursive: true });
});

const workerFile = (): string => path.join(dir, 'index.mjs');

describe('preloadEntries', () => {
  it('has every handler loaded, and never two at the same time', async () => {
    writeFileSync(path.join(dir, 'chunks', 'wix-backend-entries_C8X7wOVE.mjs'), '');
    const steps: string[] = [];
    const entry = (name: string) => async (): Promise<void> => {
      steps.push(`${name} begins`);
      await new Promise((resolve) => { setImmediate(resolve); });
      steps.push(`${name} ends`);
    };
    const names = ['created', 'published', 'removed'];
    const imported: string[] = [];
    await preloadEntries(workerFile(), (href) => {
      imported.push(href);
      return Promise.resolve({ entries: Object.fromEntries(names.map((name) => [name, entry(name)])) });
    });
    expect(imported).toEqual([expect.stringMatching(/^file:.*\/chunks\/wix-backend-entries_C8X7wOVE\.mjs$/u)]);
    expect(steps).toEqual(names.flatMap((name) => [`${name} begins`, `${name} ends`]));
  });

  it('says what is missing when the build has no handlers', async () => {
    await expect(preloadEntries(workerFile())).rejects.toThrow('got no wix-backend-entries file');
  });
});
