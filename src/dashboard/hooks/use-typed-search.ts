import { useEffect, useRef, useState } from 'react';

const REST_MS = 400;

/**
 * What stands in a search field whose words are in the address. Asked for when the typing rests, and only when they are
 * other words than before: a space at the end finds nothing new. An address that changes by itself sets the field.
 */
export function useTypedSearch(words: string | null, onChange: (words: string | null) => void): readonly [string, (typed: string) => void] {
  const [typed, setTyped] = useState(words ?? '');
  const known = useRef(words);
  const tell = useRef(onChange);
  tell.current = onChange;
  useEffect(() => {
    if (known.current !== words) setTyped(words ?? '');
    known.current = words;
  }, [words]);
  useEffect(() => {
    const next = typed.trim() === '' ? null : typed.trim();
    if (next === known.current) return undefined;
    const timer = window.setTimeout(() => {
      known.current = next;
      tell.current(next);
    }, REST_MS);
    return () => window.clearTimeout(timer);
  }, [typed]);
  return [typed, setTyped];
}
