import { expect, it } from 'vitest';
import { mockingTests } from './mocking-tests.mjs';

it('finds a test that mocks a module, wherever it lies in the folder', () => {
  expect(mockingTests(['src/backend', 'sim'])).toEqual(expect.arrayContaining(['sim/kill-everywhere.test.ts', 'src/backend/wix/authorise.test.ts']));
});

it('leaves out tests that only spy, and whatever is not a test', () => {
  const found = mockingTests(['src/backend', 'scripts']);
  expect(found).not.toContain('src/backend/endpoints/hook.test.ts');
  expect(found).not.toContain('scripts/lib/mocking-tests.mjs');
});
