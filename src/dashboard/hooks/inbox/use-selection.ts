import { useEffect, useState } from 'react';
import type { InboxItem } from '../../../backend/endpoints/inbox/inbox-types';

export interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly toggle: (id: string) => void;
  readonly chooseAll: () => void;
  readonly clear: () => void;
}

/** Items marked for one verdict together; what leaves the list leaves the selection. */
export function useSelection(items: readonly InboxItem[]): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    setIds((before) => {
      const left = [...before].filter((id) => items.some((item) => item.id === id));
      return left.length === before.size ? before : new Set(left);
    });
  }, [items]);
  return {
    ids,
    toggle: (id) => setIds((before) => toggled(before, id)),
    chooseAll: () => setIds(new Set(items.map(({ id }) => id))),
    clear: () => setIds(new Set()),
  };
}

function toggled(before: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const after = new Set(before);
  if (!after.delete(id)) after.add(id);
  return after;
}
