import { join } from 'node:path';
import { expect, it } from 'vitest';
import { mockingTests } from './mocking-tests';

const root = join(import.meta.dirname, '../..');

it('finds a test that mocks a module, wherever it lies in the folder', () => {
  expect(mockingTests(root, ['src/backend', 'sim'])).toEqual(expect.arrayContaining(['sim/kill-everywhere.test.ts', 'src/backend/wix/authorise.test.ts']));
});

it('leaves out tests that only spy, and whatever is not a test', () => {
  const found = mockingTests(root, ['src/backend', 'test']);
  expect(found).not.toContain('src/backend/endpoints/hook.test.ts');
  expect(found).not.toContain('test/support/mocking-tests.ts');
});
