import { afterEach, expect } from 'vitest';
import { takeComplaints } from './complaints';

/** No test of a page passes while the page complains, whether the test asks or not. */
afterEach(() => {
  expect(takeComplaints()).toEqual([]);
});
