import type { Journal, Table } from '../journal';
import type { Json } from './json';

/** An item of a Wix Data collection; `data` holds `_id` and the other system fields too. */
export interface DataItem {
  readonly id: string;
  readonly data: Readonly<Record<string, Json>>;
}

export interface Collection {
  readonly primary: Table<DataItem>;
  put(item: DataItem): void;
  delete(id: string): void;
  /** What a mirror that lags this far behind still shows. */
  mirror(lagMs: number): { get(id: string): DataItem | undefined; all(): DataItem[] };
}

export interface Collections {
  open(name: string): Collection;
}

interface Change {
  readonly atMs: number;
  readonly id: string;
  readonly before: DataItem | undefined;
}

/** Longest lag that can be looked back over. */
const MAX_LAG_MS = 10 * 60_000;

export function openCollections(journal: Journal, nowMs: () => number, prefix: string): Collections {
  const opened = new Map<string, Collection>();
  return {
    open(name) {
      const present = opened.get(name);
      if (present !== undefined) return present;
      const collection = openCollection(journal.table<DataItem>(`${prefix}/${name}`), nowMs);
      opened.set(name, collection);
      return collection;
    },
  };
}

function openCollection(primary: Table<DataItem>, nowMs: () => number): Collection {
  let changes: Change[] = [];
  const remember = (id: string) => {
    const now = nowMs();
    if ((changes[0]?.atMs ?? now) < now - 2 * MAX_LAG_MS) changes = changes.filter(({ atMs }) => atMs >= now - MAX_LAG_MS);
    changes.push({ atMs: now, id, before: primary.get(id) });
  };
  return {
    primary,
    put(item) {
      remember(item.id);
      primary.put(item);
    },
    delete(id) {
      remember(id);
      primary.delete(id);
    },
    mirror(lagMs) {
      const unseen = changes.filter(({ atMs }) => atMs > nowMs() - lagMs);
      if (lagMs === 0 || unseen.length === 0) return primary;
      return asOf(primary, unseen);
    },
  };
}

function asOf(primary: Table<DataItem>, unseen: readonly Change[]): ReturnType<Collection['mirror']> {
  const rows = new Map(primary.all().map((item) => [item.id, item]));
  for (const { id, before } of unseen.toReversed()) {
    if (before === undefined) rows.delete(id);
    else rows.set(id, before);
  }
  return { get: (id) => rows.get(id), all: () => [...rows.values()] };
}
