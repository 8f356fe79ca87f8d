/**
 * Gives back the room that was kept for more than there is, but only while nobody can see something move: while the
 * box would still reach the lower edge of the window, or once it is out of sight below it. Until then it stays.
 */
export function releaseHeight(box: HTMLElement, signal: AbortSignal): void {
  const release = (): boolean => {
    const { top } = box.getBoundingClientRect();
    if (top + contentHeight(box) < window.innerHeight) return false;
    box.style.removeProperty('min-block-size');
    return true;
  };
  if (release()) return;
  const onScroll = (): void => {
    if (release()) stop.abort();
  };
  const stop = new AbortController();
  signal.addEventListener('abort', () => { stop.abort(); });
  window.addEventListener('scroll', onScroll, { passive: true, signal: stop.signal });
}

/** Keeps at least the present height, whatever comes into the box. */
export function keepHeight(box: HTMLElement): void {
  const { height } = box.getBoundingClientRect();
  if (height > 0) box.style.setProperty('min-block-size', `${height}px`);
}

function contentHeight(box: HTMLElement): number {
  let bottom = 0;
  for (const child of Array.from(box.children)) bottom = Math.max(bottom, child.getBoundingClientRect().bottom);
  return bottom - box.getBoundingClientRect().top;
}
