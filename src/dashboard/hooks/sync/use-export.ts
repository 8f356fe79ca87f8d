import { useRef, useState } from 'react';
import type { LinkItem } from '../../../backend/endpoints/api-types';
import { asProblem } from '../../api/api-problem';
import { getLinks } from '../../api/client';
import { ledgerCsv } from '../../format/sync/ledger-csv';
import { afterCalls, rested, waitMs } from '../call-pace';
import type { LinksFilter } from '../use-links';

/** What one page costs, with names and a search. */
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
      const items = await readAll(filter, (count) => {
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
async function readAll({ state, code, q }: LinksFilter, goOn: (read: number) => boolean): Promise<readonly LinkItem[] | null> {
  const items: LinkItem[] = [];
  let pace = rested(Date.now());
  let cursor: string | null = null;
  do {
    const waiting = waitMs(pace, Date.now());
    if (waiting > 0) await new Promise((resolve) => setTimeout(resolve, waiting));
    const page: Awaited<ReturnType<typeof getLinks>> = await getLinks({ state, code, q, per: 100, cursor });
    pace = afterCalls(pace, PAGE_CALLS, Date.now());
    items.push(...page.items);
    cursor = page.next;
    if (!goOn(items.length)) return null;
  } while (cursor !== null);
  return items;
}

function save(text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `reviews-${new Date().toISOString().slice(0, 10)}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 0);
}
