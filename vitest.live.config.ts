import { defineConfig } from 'vitest/config';

/** Real stores are slow: a hundred reviews are created in one call, and cleaning up takes one call for each. */
const TEST_TIMEOUT_MS = 120_000;
const HOOK_TIMEOUT_MS = 600_000;

/** For a store with a self-signed certificate, and only when asked for. Set on the test process alone. */
const insecureTls = process.env['WOO_INSECURE'] === '1' ? { NODE_TLS_REJECT_UNAUTHORIZED: '0' } : {};

export default defineConfig({
  test: {
    include: ['test/live/**/*.live.test.ts'],
    testTimeout: TEST_TIMEOUT_MS,
    hookTimeout: HOOK_TIMEOUT_MS,
    fileParallelism: false,
    env: insecureTls,
  },
});
