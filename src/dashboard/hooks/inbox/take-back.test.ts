import { QueryClient } from '@tanstack/react-query';
import { beforeEach, expect, it, vi } from 'vitest';
import { postUndo } from '../../api/inbox-client';
import { EVERYTHING_OPEN } from '../../format/inbox/inbox-place';
import { takeBack } from './take-back';
import type { Undoable } from './use-undo';

vi.mock('../../api/inbox-client', () => ({ postUndo: vi.fn(), getInboxItems: vi.fn() }));
vi.mock('@wix/dashboard', () => ({ dashboard: { showToast: vi.fn() } }));

const ids = Array.from({ length: 250 }, (_, n) => `i${String(n)}`);
const sent: (readonly string[])[] = [];
const told: Undoable[] = [];
let failing = 0;

beforeEach(() => {
  sent.length = 0;
  told.length = 0;
  failing = 0;
  vi.mocked(postUndo).mockImplementation((some) => {
    sent.push(some);
    if (sent.length === failing) return Promise.reject(new Error('Gone'));
    return Promise.resolve({ done: some, failed: [] });
  });
});

const takeAll = (): Promise<void> => takeBack(new QueryClient(), EVERYTHING_OPEN, ids, (last) => told.push(last));

const lastSaid = (): Undoable => told.at(-1) ?? expect.fail('Expected something to be said');

it('takes everything back, a hundred at a time, and says how far it is and when it is done', async () => {
  await takeAll();
  expect(sent.map(({ length }) => length)).toEqual([100, 100, 50]);
  expect(sent.flat()).toEqual(ids);
  expect(told.map(({ message }) => message)).toEqual(['Taking back 0 of 250…', 'Taking back 100 of 250…', 'Taking back 200 of 250…', '250 reviews were taken back.']);
  expect(told.map(({ undo }) => undo)).toEqual([null, null, null, null]);
});

it('says how many have changed since, for whom there is no way back', async () => {
  vi.mocked(postUndo).mockImplementationOnce((some) => Promise.resolve({ done: some.slice(2), failed: some.slice(0, 2).map((id) => ({ id, error: { code: 'ITEM_UNKNOWN', sentence: 'Unknown.', action: 'Reload.' } })) }));
  await takeAll();
  expect(lastSaid()).toEqual({ message: '248 reviews were taken back. 2 have changed since and stay.', undo: null });
});

it('says how far it came when a hundred fails, and goes on with exactly the rest', async () => {
  failing = 2;
  await takeAll();
  expect(lastSaid()).toMatchObject({ label: 'Go on', stays: true, message: expect.stringContaining('100 reviews were taken back, 150 were not.') });
  await lastSaid().undo?.();
  expect(sent.slice(2)).toEqual([ids.slice(100, 200), ids.slice(200)]);
  expect(lastSaid().message).toBe('150 reviews were taken back.');
});

it('can be gone on with as often as it fails', async () => {
  failing = 1;
  await takeAll();
  failing = 3;
  await lastSaid().undo?.();
  expect(lastSaid().message).toContain('100 reviews were taken back, 150 were not.');
  await lastSaid().undo?.();
  expect(sent.slice(-2)).toEqual([ids.slice(100, 200), ids.slice(200)]);
});
