import { configDefaults, defineConfig } from 'vitest/config';

/** Drives Chromium against the built app, so it needs `dist`; one file at a time, since two browsers beside each other meet the limits of time that a page is held to, and patient on a slow machine. */
export default defineConfig({
  test: {
    globalSetup: 'scripts/lib/sandbox-for-suites.mjs',
    include: ['test/browser/**/*.test.ts'],
    // What is measured in milliseconds has the machine for itself: `vitest.measured.config.ts`.
    exclude: [...configDefaults.exclude, 'test/browser/**/*.measured.test.ts'],
    passWithNoTests: true,
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
