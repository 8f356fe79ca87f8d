import { defineConfig } from 'vitest/config';

/**
 * What the mutation check runs: the tests of the planner and of the engine. Suites that walk a whole shop many times over
 * stay out: each change would take a minute, and tell nothing that the smaller suites do not.
 */
const walking = ['preview*', 'backfill*', 'push-to-store*', 'walk-*', '*-page', 'sweep', 'run'];

export default defineConfig({
  test: {
    environment: 'node',
    include: ['src/core/**/*.test.ts', 'src/backend/sync/**/*.test.ts'],
    exclude: walking.map((name) => `src/backend/sync/${name}.test.ts`),
    testTimeout: 60_000,
  },
});
