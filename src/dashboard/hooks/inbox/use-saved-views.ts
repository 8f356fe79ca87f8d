import { useState } from 'react';
import { z } from 'zod';
import type { InboxFilter } from '../../../backend/endpoints/inbox/inbox-types';
import { readPlace, writePlace } from '../../format/inbox/inbox-place';

const KEPT = 'review-relay.views';
const MOST = 12;

const shape = z.array(z.object({ name: z.string(), search: z.string() }));

export interface SavedView {
  readonly name: string;
  readonly filter: InboxFilter;
  readonly isOpen: boolean;
}

export interface SavedViews {
  readonly views: readonly SavedView[];
  readonly save: (name: string) => void;
  readonly remove: (name: string) => void;
}

/** Filters under names of their owner's own, kept in this browser; to share one, share the page's address. */
export function useSavedViews(filter: InboxFilter): SavedViews {
  const [kept, setKept] = useState(read);
  const now = writePlace({ filter, item: null });
  const put = (next: typeof kept): void => {
    setKept(next);
    write(next);
  };
  return {
    views: kept.map(({ name, search }) => ({ name, filter: readPlace(search).filter, isOpen: search === now })),
    save: (name) => put([...kept.filter((view) => view.name !== name), { name, search: now }].slice(-MOST)),
    remove: (name) => put(kept.filter((view) => view.name !== name)),
  };
}

/** A browser that keeps nothing for us has no saved views; everything else works. */
function read(): z.output<typeof shape> {
  try {
    return shape.parse(JSON.parse(window.localStorage.getItem(KEPT) ?? '[]'));
  } catch {
    return [];
  }
}

function write(views: z.output<typeof shape>): void {
  try {
    window.localStorage.setItem(KEPT, JSON.stringify(views));
  } catch {
    // They hold until the page is closed.
  }
}
