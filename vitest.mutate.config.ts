import { defineConfig } from 'vitest/config';

/**
 * What the mutation check runs: the tests of the planner, and of what settles and records a review. Suites that walk a whole
 * shop many times over stay out: each change would take a minute, and tell nothing that the smaller suites do not.
 */
const settling = [
  'settle*', 'act', 'record*', 'made-copy', 'change-intent', 'create-in-store', 'create-on-wix', 'carry-pictures', 'pictures-carried', 'product-gone',
  'held-lease', 'attend*', 'deliver-alerts', 'undo-copies', 'meet-*', 'resolve-conflict', 'observe*', 'dead-letter', 'claim*', 'close-alone',
  'to-successor', 'told-of-rival', 'link-state', 'receive-erasure', 'refused-by-wix', 'adopt-interrupted',
];

export default defineConfig({
  test: {
    environment: 'node',
    include: ['src/core/**/*.test.ts', ...settling.map((name) => `src/backend/sync/${name}.test.ts`)],
    testTimeout: 60_000,
  },
});
