import { Input } from '@wix/design-system';
import type { JSX } from 'react';
import { useTypedSearch } from '../../hooks/use-typed-search';

interface Props {
  readonly q: string | null;
  readonly onChange: (q: string | null) => void;
}

/** Finds reviews by their product. */
export function LedgerSearch({ q, onChange }: Props): JSX.Element {
  const [text, setText] = useTypedSearch(q, onChange);
  return (
    <Input
      size="small" type="search" value={text} maxLength={100} ariaLabel="Search by product name" placeholder="Search by product name"
      onChange={({ target }) => setText(target.value)}
    />
  );
}
