import { defineConfig } from 'vitest/config';

const everywhere = ['**/node_modules/**', 'dist/**', '**/*.live.test.ts', 'test/live/**'];
const needsBuild = ['test/{worker,browser}/**', 'test/manifest.test.ts'];
const inBrowser = ['src/dashboard/**', 'src/site/**'];

export default defineConfig({
  test: {
    passWithNoTests: true,
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
