import { useEffect, useRef, useState, type RefObject } from 'react';

/** Content this far outside the window is made ready before it is scrolled to. */
const MARGIN = '1200px 0px';
/** `scrollMargin`: the same for a box that scrolls inside of the window. */
const LOOK_AHEAD = { rootMargin: MARGIN, scrollMargin: MARGIN };

export interface Sight {
  readonly place: RefObject<HTMLDivElement>;
  /** `null`: not known yet. In a browser that cannot say, everything is. */
  readonly inSight: boolean | null;
  /** Of the content when it was last seen; 0 before. */
  readonly height: number;
}

/** Whether an element is, or soon will be, on the screen; and how high it was when it left. */
export function useInSight(): Sight {
  const place = useRef<HTMLDivElement>(null);
  const [sight, setSight] = useState<Omit<Sight, 'place'>>(() => ({ inSight: 'IntersectionObserver' in window ? null : true, height: 0 }));
  useEffect(() => {
    const element = place.current;
    if (element === null || !('IntersectionObserver' in window)) return;
    const observer = new IntersectionObserver((entries) => {
      const entry = entries.at(-1);
      if (entry !== undefined) setSight((before) => ({ inSight: entry.isIntersecting, height: before.inSight === true ? entry.boundingClientRect.height : before.height }));
    }, LOOK_AHEAD);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { place, ...sight };
}
