import { defineConfig } from 'vitest/config';

/** Drives the built worker, so it needs `dist`; two files at a time: each has a sandbox of its own, and one alone leaves most of a core idle. */
export default defineConfig({
  test: {
    globalSetup: 'scripts/lib/sandbox-for-suites.mjs',
    include: ['test/worker/**/*.test.ts', 'test/manifest.test.ts'],
    passWithNoTests: true,
    minWorkers: 1,
    maxWorkers: 2,
    testTimeout: 30_000,
    // The first file that begins with shops in step walks them.
    hookTimeout: 300_000,
  },
});
