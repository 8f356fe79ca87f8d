import { Input } from '@wix/design-system';
import { useEffect, useRef, useState, type JSX } from 'react';

const REST_MS = 400;

interface Props {
  readonly q: string | null;
  readonly onChange: (q: string | null) => void;
}

/** Finds reviews by their product. Asks when the typing rests. */
export function LedgerSearch({ q, onChange }: Props): JSX.Element {
  const [text, setText] = useState(q ?? '');
  const told = useRef(q);
  useEffect(() => {
    // Cleared, or changed by the address, while nobody types.
    if (told.current !== q) setText(q ?? '');
    told.current = q;
  }, [q]);
  useEffect(() => {
    const next = text.trim() === '' ? null : text.trim();
    if (next === told.current) return undefined;
    const timer = setTimeout(() => {
      told.current = next;
      onChange(next);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [text, onChange]);
  return (
    <Input
      size="small" type="search" value={text} maxLength={100} ariaLabel="Search by product name" placeholder="Search by product name"
      onChange={({ target }) => setText(target.value)}
    />
  );
}
