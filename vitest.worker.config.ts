import { defineConfig } from 'vitest/config';

/** Drives the built worker, so it needs `dist`; one file at a time, because each starts the sandbox on its own ports. */
export default defineConfig({
  test: {
    include: ['test/worker/**/*.test.ts', 'test/manifest.test.ts'],
    passWithNoTests: true,
    fileParallelism: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
