import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useTypedSearch } from './use-typed-search';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function field(first: string | null) {
  const asked: (string | null)[] = [];
  const view = renderHook(({ words }: { words: string | null }) => useTypedSearch(words, (next) => void asked.push(next)), { initialProps: { words: first } });
  const type = (text: string): void => act(() => view.result.current[1](text));
  const rest = (): void => void act(() => vi.advanceTimersByTime(2_000));
  return { asked, type, rest, shows: () => view.result.current[0], address: (words: string | null) => view.rerender({ words }) };
}

it('asks once for what was typed, when the typing rests', () => {
  const { asked, type, rest } = field(null);
  type('z');
  type('zip');
  expect(asked).toEqual([]);
  rest();
  expect(asked).toEqual(['zip']);
});

it('never asks again because of a space at the end', () => {
  const { asked, type, rest, address, shows } = field(null);
  type('zip ');
  rest();
  address('zip');
  rest();
  expect([asked, shows()]).toEqual([['zip'], 'zip ']);
});

it('follows an address that changes by itself, and does not put the old words back', () => {
  const { asked, rest, address, shows } = field('zip');
  address(null);
  rest();
  expect([asked, shows()]).toEqual([[], '']);
});

it('forgets what was being typed once the address says otherwise', () => {
  const { asked, type, rest, address, shows } = field('zip');
  type('zipper');
  address('seam');
  rest();
  expect([asked, shows()]).toEqual([[], 'seam']);
});

it('asks for nothing at all when the field is emptied', () => {
  const { asked, type, rest } = field('zip');
  type('  ');
  rest();
  expect(asked).toEqual([null]);
});
