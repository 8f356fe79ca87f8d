import { expect, it } from 'vitest';
import { statusFromWoo, statusToWoo } from './status-table';

it.each(['published', 'pending', 'hidden'] as const)('reads back %s as it was written', (status) => {
  expect(statusFromWoo(statusToWoo(status))).toBe(status);
});

it('shows nothing that is in the bin, and leaves unknown statuses undecided', () => {
  expect(statusFromWoo('trash')).toBe('hidden');
  expect(statusFromWoo('post-trashed')).toBe('pending');
});
