import { useCallback, useRef } from 'react';

/** The same function on every render, doing what the latest one does: rows that are given it need not be drawn again. */
export function useStable<Args extends readonly unknown[]>(work: (...args: Args) => void): (...args: Args) => void {
  const latest = useRef(work);
  latest.current = work;
  return useCallback((...args: Args) => latest.current(...args), []);
}
