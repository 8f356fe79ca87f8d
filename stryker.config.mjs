/**
 * The mutation check: each file is changed in one place at a time, and the tests must notice. `npm run mutate` runs it over
 * everything below; `npm run mutate -- --mutate src/core/plan.ts` over less. What survives is explained in docs/mutation.md.
 */
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'vitest.mutate.config.ts' },
  mutate: [
    'src/core/plan.ts',
    'src/core/plan-{create,fields,gone,meeting,nothing}.ts',
    'src/core/{compare-content,field-verdict,held-by-both,may-cross,value-refusal,writes-on}.ts',
    'src/backend/sync/{settle,act,record,record-failure,change-intent,made-copy}.ts',
  ],
  // Nothing else is needed to run the tests, and the copy is made anew with each run.
  ignorePatterns: ['/.*', '/dist', '/docs', '/public', '/test-output'],
  tempDirName: 'test-output/mutation/work',
  incremental: true,
  incrementalFile: 'test-output/mutation/incremental.json',
  reporters: ['clear-text', 'json'],
  clearTextReporter: { allowColor: false, reportTests: false, logTests: false },
  jsonReporter: { fileName: 'test-output/mutation/report.json' },
  concurrency: 1,
  // The first run of all tests takes minutes where something else is running.
  dryRunTimeoutMinutes: 30,
};
