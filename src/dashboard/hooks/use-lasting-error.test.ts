import { renderHook } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { useLastingError } from './use-lasting-error';

const failed = new Error('offline');

function looked(first: { readonly data?: unknown; readonly error?: Error | null; readonly of?: string }) {
  const refetch = vi.fn(() => Promise.resolve());
  const { result, rerender } = renderHook(({ data, error = null, of }: typeof first) => useLastingError({ data, error, refetch }, of), { initialProps: first });
  return { result, refetch, now: rerender };
}

describe('the error of a query that looks again by itself', () => {
  it('stays while the next look is under way and nothing was ever read', () => {
    const { result, now } = looked({ error: failed });
    now({ error: null });
    expect(result.current.error).toBe(failed);
  });

  it('is the newest one', () => {
    const { result, now } = looked({ error: failed });
    const other = new Error('not allowed');
    now({ error: other });
    now({ error: null });
    expect(result.current.error).toBe(other);
  });

  it('goes when something was read, and is not remembered from then on', () => {
    const { result, now } = looked({ error: failed });
    now({ data: 'read' });
    expect(result.current.error).toBeNull();
    now({});
    expect(result.current.error).toBeNull();
  });

  it('is no error of something else', () => {
    const { result, now } = looked({ error: failed, of: 'one' });
    now({ of: 'another' });
    expect(result.current.error).toBeNull();
  });

  it('is shown beside what was read before it', () => {
    const { result, now } = looked({ data: 'read' });
    now({ data: 'read', error: failed });
    expect(result.current.error).toBe(failed);
  });

  it('makes place at once when somebody asks for another try, and comes back when that fails', () => {
    const { result, refetch, now } = looked({ error: failed });
    result.current.retry();
    now({ error: null });
    expect(refetch).toHaveBeenCalledOnce();
    expect(result.current.error).toBeNull();
    now({ error: failed });
    expect(result.current.error).toBe(failed);
  });
});
