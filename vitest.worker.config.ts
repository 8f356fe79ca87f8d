import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Drives the built worker, so it needs `dist`; a file for each core, because each starts the sandbox on its own ports. */
export default defineConfig({
  test: {
    include: ['test/worker/**/*.test.ts', 'test/manifest.test.ts'],
    passWithNoTests: true,
    minWorkers: 1,
    maxWorkers: availableParallelism(),
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
