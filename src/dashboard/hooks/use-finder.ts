import { useRef, useState, type RefObject } from 'react';

export interface Finder {
  readonly isOpen: boolean;
  /** Around the button that opens it, which has the focus again when it is closed. */
  readonly opener: RefObject<HTMLDivElement>;
  readonly toggle: () => void;
  readonly close: () => void;
}

/** A search that a button opens below it. */
export function useFinder(): Finder {
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLDivElement>(null);
  const close = (): void => {
    setOpen(false);
    opener.current?.querySelector('button')?.focus();
  };
  return { isOpen, opener, toggle: () => setOpen(!isOpen), close };
}
