import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const everywhere = ['**/node_modules/**', 'dist/**', '**/*.live.test.ts', 'test/live/**'];
const needsBuild = ['test/{worker,browser}/**', 'test/manifest.test.ts'];
const inBrowser = ['src/dashboard/**', 'src/site/**'];

export default defineConfig({
  test: {
    passWithNoTests: true,
    // Patient with thousands of random cases on a machine that does something else too.
    testTimeout: 20_000,
    // By itself Vitest leaves one core alone, which on two cores is half of them.
    minWorkers: 1,
    maxWorkers: availableParallelism(),
    server: { deps: { inline: ['@wix/design-system'] } },
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['{src,sandbox,sim,bench,test}/**/*.test.{ts,tsx}', 'scripts/**/*.test.mjs'],
          exclude: [...everywhere, ...needsBuild, ...inBrowser],
        },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'jsdom',
          include: inBrowser.map((folder) => `${folder}/*.test.{ts,tsx}`),
          exclude: everywhere,
        },
      },
    ],
  },
});
