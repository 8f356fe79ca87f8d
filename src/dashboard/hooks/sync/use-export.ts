import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { LinkItem } from '../../../backend/endpoints/api-types';
import { asProblem } from '../../api/api-problem';
import { getLinks } from '../../api/client';
import { ledgerCsv } from '../../format/sync/ledger-csv';
import { namelessProducts, withLabels } from '../../format/sync/with-labels';
import { pacer } from '../pacer';
import { MOST_NAMES, productLabelQuery } from '../product-label-query';
import type { LinksFilter } from '../use-links';

/** What one page costs at most, with names and a search; a request for names costs less. */
const PAGE_CALLS = 5;

export interface Export {
  /** Reviews read so far; `null` while nothing is exported. */
  readonly read: number | null;
  readonly problem: string | null;
  readonly start: () => Promise<void>;
  readonly stop: () => void;
}

/** Takes the list along as it is narrowed, page by page, at a pace that leaves the site's quota to the sync. */
export function useExport(filter: LinksFilter): Export {
  const [read, setRead] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const client = useQueryClient();
  const turn = useRef(0);
  const stop = (): void => {
    turn.current += 1;
    setRead(null);
  };
  const start = async (): Promise<void> => {
    const mine = (turn.current += 1);
    setProblem(null);
    setRead(0);
    try {
      const items = await readAll(filter, client, (count) => {
        if (turn.current === mine) setRead(count);
        return turn.current === mine;
      });
      if (items !== null) save(ledgerCsv(items));
    } catch (error) {
      setProblem(asProblem(error).sentence);
    }
    if (turn.current === mine) setRead(null);
  };
  return { read, problem, start, stop };
}

/** `null` when it was stopped. */
async function readAll({ state, code, q, product }: LinksFilter, client: QueryClient, goOn: (read: number) => boolean): Promise<readonly LinkItem[] | null> {
  const items: LinkItem[] = [];
  const turn = pacer(PAGE_CALLS);
  let cursor: string | null = null;
  do {
    await turn();
    const page: Awaited<ReturnType<typeof getLinks>> = await getLinks({ state, code, q, product, per: 100, cursor });
    items.push(...page.items);
    cursor = page.next;
    if (!goOn(items.length)) return null;
  } while (cursor !== null);
  const labels = new Map<string, string>();
  for (const some of chunks(namelessProducts(items), MOST_NAMES)) {
    await turn();
    for (const [key, label] of await Promise.all(some.map(async (key) => [key, await client.query(productLabelQuery(key))] as const))) labels.set(key, label);
    if (!goOn(items.length)) return null;
  }
  return withLabels(items, labels);
}

function chunks(keys: readonly string[], size: number): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(keys.length / size) }, (_, n) => keys.slice(n * size, (n + 1) * size));
}

function save(text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `reviews-${new Date().toISOString().slice(0, 10)}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 0);
}
