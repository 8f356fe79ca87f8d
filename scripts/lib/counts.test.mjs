import { expect, test } from 'vitest';
import { add, countsOfReport, isGreen, none, summary } from './counts.mjs';

const report = (testResults, passed = 0) => ({ numPassedTests: passed, numPendingTests: 0, numTodoTests: 0, testResults });

test('counts every failed test of a file', () => {
  const assertionResults = [{ status: 'failed' }, { status: 'failed' }, { status: 'passed' }];
  expect(countsOfReport(report([{ status: 'failed', assertionResults }], 1))).toEqual({ passed: 1, failed: 2, skipped: 0 });
});

test('a file that could not be loaded counts as one failure', () => {
  expect(countsOfReport(report([{ status: 'failed', assertionResults: [] }])).failed).toBe(1);
});

test('todo and skipped tests are both skipped', () => {
  expect(countsOfReport({ ...report([]), numPendingTests: 2, numTodoTests: 1 }).skipped).toBe(3);
});

test('the last line names skipped tests only when there are some', () => {
  expect(summary({ passed: 7, failed: 0, skipped: 0 })).toBe('7 passed, 0 failed');
  expect(summary({ passed: 7, failed: 1, skipped: 2 })).toBe('7 passed, 1 failed, 2 skipped');
});

test('a run without a single passed test is not green', () => {
  expect(isGreen(none)).toBe(false);
  expect(isGreen(add(none, { passed: 1, failed: 0, skipped: 3 }))).toBe(true);
  expect(isGreen({ passed: 9, failed: 1, skipped: 0 })).toBe(false);
});
