import { useState } from 'react';

const KEY = 'review-relay.example';

/** Whether the example is shown. A browser that keeps nothing shows it again next time. */
export function useSample(): readonly [boolean, (shown: boolean) => void] {
  const [shown, setShown] = useState(() => read() !== 'removed');
  const change = (next: boolean): void => {
    setShown(next);
    write(next ? 'shown' : 'removed');
  };
  return [shown, change];
}

function read(): string | null {
  try {
    return window.localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function write(value: string): void {
  try {
    window.localStorage.setItem(KEY, value);
  } catch {
    // Frames may be kept from it; the choice then lasts as long as the page.
  }
}
