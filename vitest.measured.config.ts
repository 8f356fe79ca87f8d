import { defineConfig } from 'vitest/config';

/** Measures the built app in Chromium, in milliseconds, so nothing else runs meanwhile: one file at a time, after everything else. */
export default defineConfig({
  test: {
    globalSetup: 'scripts/lib/sandbox-for-suites.mjs',
    include: ['test/browser/**/*.measured.test.ts'],
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
