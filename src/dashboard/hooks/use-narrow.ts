import { useSyncExternalStore } from 'react';

/** The width that the design system's page takes for granted: 864 and its side paddings. */
const WIDE_PX = 960;

/** Whether the page has less room than three cards and a table need. It is alone in its frame, so the window tells. */
export function useNarrow(): boolean {
  return useSyncExternalStore(onResize, isNarrow);
}

function onResize(listener: () => void): () => void {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
}

function isNarrow(): boolean {
  return window.innerWidth < WIDE_PX;
}
