import { defineConfig } from 'vitest/config';

/** Drives Chromium against the built app, so it needs `dist`; one file at a time, and patient on a slow machine. */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    passWithNoTests: true,
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
