/** Resolves when the element comes near what the visitor sees; never, once `signal` aborts. */
export function whenNear(target: Element, signal: AbortSignal): Promise<void> {
  if (typeof IntersectionObserver === 'undefined') return Promise.resolve();
  return new Promise((resolve) => {
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      resolve();
    }, { rootMargin: '400px' });
    observer.observe(target);
    signal.addEventListener('abort', () => { observer.disconnect(); });
  });
}
