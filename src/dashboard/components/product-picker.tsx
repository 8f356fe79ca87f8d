import { useInfiniteQuery } from '@tanstack/react-query';
import { useState, type JSX, type KeyboardEvent } from 'react';
import { Box, FormField, Input, Text, TextButton } from '@wix/design-system';
import { asProblem } from '../api/api-problem';
import { useLater } from '../hooks/use-later';
import { ProblemNotice } from './problem-notice';
import './setup/setup.css';

export interface FoundProducts<Id extends string> {
  /** `note` tells two of the same name apart. */
  readonly items: readonly { readonly id: Id; readonly name: string; readonly note: string | null }[];
  /** Where the search goes on. */
  readonly next: string | null;
}

interface Props<Id extends string> {
  readonly label: string;
  readonly placeholder: string;
  /** What the list of those found is called. */
  readonly listName: string;
  /** What is looked for at first. */
  readonly text?: string | undefined;
  readonly searchKey: (text: string) => readonly unknown[];
  readonly search: (text: string, cursor: string | null) => Promise<FoundProducts<Id>>;
  readonly onPick: (id: Id, name: string) => void;
  readonly onClose: () => void;
}

/** Finds a product by what somebody types. Escape leaves without choosing. */
export function ProductPicker<Id extends string>({ label, placeholder, listName, text = '', searchKey, search, onPick, onClose }: Props<Id>): JSX.Element {
  const [typed, setTyped] = useState(text);
  const wanted = useLater(typed.trim());
  const pages = useInfiniteQuery({
    queryKey: searchKey(wanted),
    queryFn: ({ pageParam }: { pageParam: string | null }) => search(wanted, pageParam),
    initialPageParam: null,
    getNextPageParam: ({ next }) => next,
  });
  const found = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  return (
    <div onKeyDown={leave}>
      <Box direction="vertical" gap="SP2">
        <FormField label={label} id="pick-product"><Input id="pick-product" size="small" type="search" autoFocus value={typed} placeholder={placeholder} onChange={(event) => setTyped(event.currentTarget.value)} /></FormField>
        {pages.error === null ? null : <ProblemNotice problem={asProblem(pages.error)} onRetry={() => void pages.refetch()} />}
        <div aria-live="polite"><Text size="tiny" secondary>{pages.isFetching ? 'Searching…' : found.length === 0 ? 'No product found.' : `${found.length} found${pages.hasNextPage ? ' so far' : ''}`}</Text></div>
        {found.length === 0 ? null : (
          <ul className="rr-picks" aria-label={listName}>
            {found.map(({ id, name, note }) => <li key={id}><button type="button" className="rr-pick" onClick={() => onPick(id, name)}><bdi>{name}</bdi>{note === null ? '' : ` · ${note}`}</button></li>)}
          </ul>
        )}
        <Box gap="SP3">
          {pages.hasNextPage ? <TextButton size="small" disabled={pages.isFetching} onClick={() => void pages.fetchNextPage()}>Search further</TextButton> : null}
          <TextButton size="small" onClick={onClose}>Cancel</TextButton>
        </Box>
      </Box>
    </div>
  );
}
