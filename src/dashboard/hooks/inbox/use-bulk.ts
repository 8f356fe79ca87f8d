import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { InboxFilter, Verdict } from '../../../backend/endpoints/inbox/inbox-types';
import { asProblem } from '../../api/api-problem';
import { postBulk } from '../../api/inbox-client';
import { counted, formatCount } from '../../format/format-count';
import { toldOf } from '../../format/inbox/verdict-words';
import { refreshInbox } from './refresh-inbox';
import { takeBack } from './take-back';
import type { Undoable } from './use-undo';

export interface Bulk {
  readonly progress: string | null;
  readonly problem: string | null;
  readonly run: (verdict: Verdict, total: number | null) => Promise<void>;
  readonly retry: () => void;
  readonly leave: () => void;
}

/** What a run that broke off has done, and where it goes on. */
interface Broken {
  readonly filter: InboxFilter;
  readonly verdict: Verdict;
  readonly total: number | null;
  readonly done: ReadonlySet<string>;
  readonly asOfMs: number | null;
  readonly sentence: string;
}

/**
 * Decides about everything that matches, a hundred at a time, and can take all of it back. What was done stays done when a
 * step fails; going on does the rest, and the way back leads past both.
 */
export function useBulk(shown: InboxFilter, tell: (last: Undoable) => void): Bulk {
  const client = useQueryClient();
  const [progress, setProgress] = useState<string | null>(null);
  const [broken, setBroken] = useState<Broken | null>(null);
  const run = async (verdict: Verdict, total: number | null, from: Broken | null): Promise<void> => {
    // What was asked for, whatever the page shows by now.
    const filter = from?.filter ?? shown;
    const done = new Set(from?.done);
    let asOfMs = from?.asOfMs ?? null;
    setBroken(null);
    setProgress('Working…');
    try {
      // Were one step's clock behind another's, the same items would come up without end.
      for (let step = await postBulk(filter, verdict, asOfMs); step.done.some((id) => !done.has(id)); step = await postBulk(filter, verdict, asOfMs)) {
        asOfMs = step.asOfMs;
        for (const id of step.done) done.add(id);
        setProgress(`${formatCount(done.size)}${total === null ? '' : ` of ${formatCount(Math.max(total, done.size))}`} done…`);
      }
    } catch (error) {
      setBroken({ filter, verdict, total, done, asOfMs, sentence: `${counted(done.size, 'review was', 'reviews were')} done, the rest were not. ${asProblem(error).sentence}` });
    }
    setProgress(null);
    if (done.size > 0) tell({ message: `${counted(done.size, 'review', 'reviews')} ${toldOf(verdict)}.`, undo: () => takeBack(client, filter, [...done], tell) });
    await refreshInbox(client, filter);
  };
  return {
    progress,
    problem: broken?.sentence ?? null,
    run: (verdict, total) => run(verdict, total, null),
    retry: () => broken !== null && void run(broken.verdict, broken.total, broken),
    leave: () => setBroken(null),
  };
}
