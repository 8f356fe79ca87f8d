import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { mockingTests } from './test/support/mocking-tests';

const everywhere = ['**/node_modules/**', 'dist/**', '**/*.live.test.ts', 'test/live/**'];
const needsBuild = ['test/{worker,browser}/**', 'test/manifest.test.ts'];
const withPages = ['src/dashboard/{components,hooks,pages}/**', 'src/site/**'];
/** What needs modules of its own, and what measures the memory of its process. */
const alone = [...mockingTests(import.meta.dirname, ['src', 'sandbox', 'sim', 'scripts', 'test']), 'bench/**/*.test.ts'];

const half = Math.ceil(availableParallelism() / 2);

export default defineConfig({
  test: {
    passWithNoTests: true,
    // Patient with thousands of random cases on a machine that does something else too.
    testTimeout: 20_000,
    // Whether files share what they have loaded belongs to a kind of worker, not to a project (Vitest 3). Loading the engine anew
    // for each file took longer than testing it, so whatever can shares a thread; both kinds go on at once.
    poolOptions: {
      threads: { isolate: false, minThreads: 1, maxThreads: half },
      forks: { minForks: 1, maxForks: half },
    },
    // What one test puts in a place is gone before the next, also where several files share a process.
    restoreMocks: true,
    unstubGlobals: true,
    server: { deps: { inline: ['@wix/design-system'] } },
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          pool: 'threads',
          include: ['{src,sandbox,sim,test}/**/*.test.{ts,tsx}', 'scripts/**/*.test.mjs'],
          exclude: [...everywhere, ...needsBuild, ...withPages, ...alone],
        },
      },
      { extends: true, test: { name: 'alone', environment: 'node', include: alone, exclude: [...everywhere, ...needsBuild, ...withPages] } },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'jsdom',
          include: withPages.map((folder) => `${folder}/*.test.{ts,tsx}`),
          exclude: everywhere,
        },
      },
    ],
  },
});
