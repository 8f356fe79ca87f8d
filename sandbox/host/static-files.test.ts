import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staticFile } from './static-files';

let dir: string;

beforeAll(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'static-'));
  for (const folder of ['_astro', '_worker.js', '_wix']) mkdirSync(path.join(dir, folder));
  for (const file of ['_astro/a.js', '_worker.js/index.mjs', '_wix/app-manifest.json']) writeFileSync(path.join(dir, file), 'text');
});

afterAll(() => {
  rmSync(dir, { recursive: true });
});

describe('staticFile', () => {
  it('serves a file of the build with its type', async () => {
    const response = staticFile(dir, '/_astro/a.js');
    expect(response?.headers.get('content-type')).toContain('text/javascript');
    expect(await response?.text()).toBe('text');
  });

  it.each(['/_worker.js/index.mjs', '/_astro/../_worker.js/index.mjs', '/%5Fworker.js/index.mjs', '/_wix/app-manifest.json', '/../etc/passwd', '/%2e%2e/x', '/%', '/_astro', '/none'])(
    'serves nothing for %s',
    (pathname) => {
      expect(staticFile(dir, pathname)).toBeNull();
    },
  );
});
