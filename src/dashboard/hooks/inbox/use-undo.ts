import { useCallback, useEffect, useState } from 'react';

export interface Undoable {
  readonly message: string;
  /** `null`: nothing to take back, only something to say. */
  readonly undo: (() => Promise<void>) | null;
  /** What the way back is called; "Undo" when nothing else is said. */
  readonly label?: string;
  /** Shown until something else is done: what went wrong is not to be lost to a clock. */
  readonly stays?: boolean;
}

const SHOWN_MS = 8_000;

/** The last thing done, for as long as it can be taken back at a key press. */
export function useUndo(): readonly [Undoable | null, (next: Undoable | null) => void] {
  const [last, setLast] = useState<Undoable | null>(null);
  useEffect(() => {
    if (last === null || last.stays === true) return;
    const timer = window.setTimeout(() => setLast(null), SHOWN_MS);
    return () => window.clearTimeout(timer);
  }, [last]);
  return [last, useCallback((next) => setLast(next), [])];
}
