import { defineConfig } from 'vitest/config';

/** Drives the built worker, so it needs `dist`; one file at a time, because each starts the sandbox on its own ports. */
export default defineConfig({
  test: {
    globalSetup: 'scripts/lib/sandbox-for-suites.mjs',
    include: ['test/worker/**/*.test.ts', 'test/manifest.test.ts'],
    passWithNoTests: true,
    fileParallelism: false,
    testTimeout: 30_000,
    // The first file that begins with shops in step walks them.
    hookTimeout: 300_000,
  },
});
