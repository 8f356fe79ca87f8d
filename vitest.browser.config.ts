import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';

/** Drives Chromium against the built app, so it needs `dist`; a file for each core, every one with a sandbox of its own, and patient on a slow machine. */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    // What is measured in milliseconds has the machine for itself: `vitest.measured.config.ts`.
    exclude: [...configDefaults.exclude, 'test/browser/**/*.measured.test.ts'],
    passWithNoTests: true,
    minWorkers: 1,
    maxWorkers: availableParallelism(),
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
