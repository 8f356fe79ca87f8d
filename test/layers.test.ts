import { resolve } from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');

/** Virtual files belong to no TypeScript project, so the rules that need types are tested on a real file below. */
const untyped = new ESLint({
  cwd: root,
  overrideConfig: [
    { files: ['**/*.{ts,tsx}'], ...tseslint.configs.disableTypeChecked },
    { files: ['**/*.{ts,tsx}'], languageOptions: { parserOptions: { projectService: false, project: null } } },
  ],
});
const typed = new ESLint({ cwd: root });

async function rulesFired(eslint: ESLint, filePath: string, code: string): Promise<readonly (string | null)[]> {
  const results = await eslint.lintText(code, { filePath: resolve(root, filePath) });
  const messages = results.flatMap((result) => result.messages);
  expect(messages.filter((message) => message.fatal === true)).toEqual([]);
  return messages.map((message) => message.ruleId);
}

const lint = (filePath: string, code: string) => rulesFired(untyped, filePath, code);

const forbidden: readonly [why: string, file: string, code: string][] = [
  ['core imports nothing outside core', 'src/core/x.ts', `import { a } from '../backend/sync/a';`],
  ['core does not even take types from above', 'src/core/x.ts', `import type { A } from '../backend/stores/store';`],
  ['core imports no other package', 'src/core/x.ts', `import { z } from 'zod';`],
  ['core imports nothing of Node', 'src/core/x.ts', `import { readFileSync } from 'node:fs';`],
  ['core takes only types from domhandler', 'src/core/x.ts', `import { Element } from 'domhandler';`],
  ['src does not import sandbox', 'src/dashboard/x.ts', `import { a } from '../../sandbox/a';`],
  ['src does not import sim', 'src/backend/sync/x.ts', `import { a } from '../../../sim/a';`],
  ['src does not import bench', 'src/core/x.ts', `import { a } from '../../bench/a';`],
  ['src does not import test', 'src/extensions.ts', `import { a } from '../test/a';`],
  ['a test inside src does not import sandbox', 'src/core/x.test.ts', `import { a } from '../../sandbox/a';`],
  ['nor does it reach above its layer', 'src/backend/stores/x.test.ts', `import { a } from '../sync/session';`],
  ['no Astro in the backend', 'src/backend/endpoints/x.ts', `import { getSecret } from 'astro:env/server';`],
  ['no Astro in the dashboard', 'src/dashboard/x.tsx', `import type { APIRoute } from 'astro';`],
  ['no Wix builders outside extension files', 'src/site/x.ts', `import { a } from '@wix/astro/builders';`],
  ['no Wix SDK in sync', 'src/backend/sync/x.ts', `import { reviews } from '@wix/reviews';`],
  ['no Wix SDK in endpoints, not even its types', 'src/backend/endpoints/x.ts', `import type { A } from '@wix/data';`],
  ['no Wix SDK in endpoint shells', 'src/pages/api/x.ts', `import { auth } from '@wix/essentials';`],
  ['collections take only types from Wix SDKs', 'src/backend/collections/x.ts', `import { a } from '@wix/data';`],
  ['dashboard does not import the backend', 'src/dashboard/x.ts', `import { a } from '../backend/endpoints/a';`],
  ['dashboard takes no types from sync', 'src/dashboard/x.ts', `import type { A } from '../backend/sync/a';`],
  ['site does not import the backend', 'src/site/x.ts', `import { a } from '../backend/stores/a';`],
  ['site does not import the dashboard', 'src/site/x.ts', `import { a } from '../dashboard/a';`],
  ['dashboard does not import the site', 'src/dashboard/x.ts', `import { a } from '../site/a';`],
  ['sync does not import endpoints', 'src/backend/sync/x.ts', `import { a } from '../endpoints/a';`],
  ['sync does not import events', 'src/backend/sync/x.ts', `import { a } from '../events/a';`],
  ['sync does not import wix', 'src/backend/sync/x.ts', `import { a } from '../wix/a';`],
  ['sync does not import the dashboard', 'src/backend/sync/x.ts', `import type { A } from '../../dashboard/a';`],
  ['stores take only the type of the budget', 'src/backend/stores/x.ts', `import { CallBudget } from '../sync/call-budget';`],
  ['stores take nothing else from sync', 'src/backend/stores/a/x.ts', `import type { A } from '../../sync/session';`],
  ['a re-export is an import', 'src/core/x.ts', `export { a } from '../backend/sync/a';`],
  ['so is a re-export of everything', 'src/core/x.ts', `export * from '../backend/sync/a';`],
  ['so is a dynamic import', 'src/core/x.ts', `export const a = import('../backend/sync/a');`],
  ['so is an import for its effect', 'src/dashboard/x.ts', `import '../backend/endpoints/a';`],
  ['so is the type of an import', 'src/core/x.ts', `export type A = import('../backend/sync/a').A;`],
  ['one value among types ties as much as any', 'src/dashboard/x.ts', `import { type A, b } from '../backend/endpoints/a';`],
];

const allowed: readonly [why: string, file: string, code: string][] = [
  ['core uses core', 'src/core/x.ts', `import { a } from './plan/a';`],
  ['core hashes', 'src/core/x.ts', `import { sha256 } from '@noble/hashes/sha2.js';`],
  ['core parses HTML', 'src/core/x.ts', `import { Parser } from 'htmlparser2';\nimport type { Element } from 'domhandler';`],
  ['extension files use the builders', 'src/site/x.extension.ts', `import { a } from '@wix/astro/builders';`],
  ['shells use Astro', 'src/pages/api/x.ts', `import type { APIRoute } from 'astro';\nimport { a } from '../../backend/endpoints/a';`],
  ['the endpoint URL helper uses Astro', 'src/dashboard/api/endpoint-url.ts', `import { a } from 'astro:env/client';`],
  ['the middleware uses Astro', 'src/middleware.ts', `import { defineMiddleware } from 'astro:middleware';`],
  ['wix uses Wix SDKs', 'src/backend/wix/x.ts', `import { reviews } from '@wix/reviews';\nimport type { A } from '../sync/wix-port';`],
  ['events use Wix SDKs', 'src/backend/events/x.ts', `import { reviews } from '@wix/reviews';\nimport { a } from '../sync/a';`],
  ['collections take types from Wix SDKs', 'src/backend/collections/x.ts', `import type { A } from '@wix/data';`],
  ['the dashboard uses the design system', 'src/dashboard/x.tsx', `import { Page } from '@wix/design-system';`],
  ['the dashboard takes endpoint types', 'src/dashboard/x.ts', `import type { A } from '../backend/endpoints/a';`],
  ['the dashboard takes endpoint types one by one', 'src/dashboard/x.ts', `import { type A } from '../backend/endpoints/a';`],
  ['endpoints use sync', 'src/backend/endpoints/x.ts', `import { a } from '../sync/a';`],
  ['sync uses stores', 'src/backend/sync/x.ts', `import { a } from '../stores/a';`],
  ['stores take the type of the budget', 'src/backend/stores/a/x.ts', `import type { CallBudget } from '../../sync/call-budget';`],
  ['stores take the type of the clock', 'src/backend/stores/x.ts', `import type { Clock } from '../sync/clock';`],
  ['a test shares fixtures', 'src/core/x.test.ts', `import { a } from '../../test/fixtures/a';`],
  ['a test builds what its layer is handed', 'src/backend/stores/x.test.ts', `import { CallBudget } from '../sync/call-budget';`],
  ['the sandbox may look at the app', 'sandbox/x.ts', `import { a } from '../src/core/a';`],
  ['the simulator drives the engine', 'sim/x.ts', `import { a } from '../src/backend/sync/a';`],
];

describe('imports point down only', { timeout: 60_000 }, () => {
  test.each(forbidden)('%s', async (_why, file, code) => {
    expect(await lint(file, code)).toContain('house/layers');
  });

  test.each(allowed)('allowed: %s', async (_why, file, code) => {
    expect(await lint(file, code)).not.toContain('house/layers');
  });
});

const longBody = (lines: number) => Array.from({ length: lines }, (_, line) => `  f(${line});`).join('\n');

const restricted: readonly [rule: string, file: string, code: string][] = [
  ['no-restricted-syntax', 'src/site/x.ts', `node.innerHTML = text;`],
  ['no-restricted-syntax', 'src/site/x.ts', `node.outerHTML += text;`],
  ['no-restricted-syntax', 'src/site/x.ts', `node.insertAdjacentHTML('beforeend', text);`],
  ['no-restricted-syntax', 'src/site/x.ts', `document.write(text);`],
  ['no-restricted-syntax', 'src/dashboard/x.tsx', `export const a = <p dangerouslySetInnerHTML={{ __html: text }} />;`],
  ['no-restricted-syntax', 'src/core/x.ts', `node.innerHTML = text;`],
  ['no-restricted-syntax', 'src/core/x.ts', `export const a = Date.now();`],
  ['no-restricted-syntax', 'src/core/x.ts', `export const a = new Date();`],
  ['no-restricted-syntax', 'src/backend/sync/x.ts', `export const a = Math.random();`],
  ['no-restricted-syntax', 'src/backend/sync/x.ts', `export const a = crypto.randomUUID();`],
  ['no-restricted-globals', 'src/core/x.ts', `export const a = fetch('https://example.com');`],
  ['no-restricted-globals', 'src/dashboard/x.ts', `alert('a');`],
  ['no-restricted-globals', 'src/dashboard/x.ts', `confirm('a');`],
  ['no-restricted-globals', 'sandbox/x.ts', `prompt('a');`],
  ['no-restricted-properties', 'src/dashboard/x.ts', `window.confirm('a');`],
  ['max-lines', 'src/core/x.ts', longBody(301)],
  ['max-lines-per-function', 'sim/x.ts', `function g(): void {\n${longBody(50)}\n}`],
  ['@typescript-eslint/no-explicit-any', 'src/core/x.ts', `export const a = (b: any) => b;`],
  ['@typescript-eslint/no-non-null-assertion', 'src/core/x.ts', `export const a = (b: string | null) => b!;`],
  ['@typescript-eslint/ban-ts-comment', 'src/core/x.ts', `// @ts-ignore because\nexport const a = 1;`],
  ['@typescript-eslint/ban-ts-comment', 'src/core/x.ts', `// @ts-expect-error because\nexport const a = 1;`],
  ['@typescript-eslint/consistent-type-imports', 'src/core/x.ts', `import { A } from './a';\nexport type B = A;`],
];

describe('the house does without', { timeout: 60_000 }, () => {
  test.each(restricted)('%s in %s: %s', async (rule, file, code) => {
    expect(await lint(file, code)).toContain(rule);
  });

  test('but a suite may be as long as its cases', async () => {
    expect(await lint('src/core/x.test.ts', `function g(): void {\n${longBody(80)}\n}`)).not.toContain('max-lines-per-function');
  });

  test('but markup may be read', async () => {
    expect(await lint('src/site/x.test.ts', `expect(node.outerHTML).toBe('a');`)).not.toContain('no-restricted-syntax');
  });

  test('but a given moment may be a date', async () => {
    expect(await lint('src/core/x.ts', `export const a = (ms: number) => new Date(ms);`)).not.toContain('no-restricted-syntax');
  });
});

describe('rules that need types', { timeout: 60_000 }, () => {
  test.each([
    ['@typescript-eslint/no-floating-promises', `Promise.resolve(1);`],
    [
      '@typescript-eslint/switch-exhaustiveness-check',
      `export function a(b: 'c' | 'd'): void {\n  switch (b) {\n    case 'c':\n      return;\n  }\n}`,
    ],
    ['@typescript-eslint/no-unsafe-assignment', `export const a: number = JSON.parse('1');`],
  ])('%s fires', async (rule, code) => {
    expect(await rulesFired(typed, 'src/core/ids.ts', code)).toContain(rule);
  });
});
