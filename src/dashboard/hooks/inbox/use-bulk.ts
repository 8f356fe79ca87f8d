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
}

/** Decides about everything that matches, a hundred at a time, and can take all of it back. What was done stays done when a step fails. */
export function useBulk(filter: InboxFilter, tell: (last: Undoable) => void): Bulk {
  const client = useQueryClient();
  const [progress, setProgress] = useState<string | null>(null);
  const [failed, setFailed] = useState<{ readonly verdict: Verdict; readonly sentence: string } | null>(null);
  const run = async (verdict: Verdict, total: number | null): Promise<void> => {
    const done = new Set<string>();
    setFailed(null);
    setProgress('Working…');
    try {
      // A verdict that leaves items where they are would be asked for without end.
      for (let step = await postBulk(filter, verdict); step.done.some((id) => !done.has(id)); step = await postBulk(filter, verdict)) {
        for (const id of step.done) done.add(id);
        setProgress(`${formatCount(done.size)}${total === null ? '' : ` of ${formatCount(Math.max(total, done.size))}`} done…`);
      }
    } catch (error) {
      setFailed({ verdict, sentence: `${counted(done.size, 'review was', 'reviews were')} done, the rest were not. ${asProblem(error).sentence}` });
    }
    setProgress(null);
    if (done.size > 0) tell({ message: `${counted(done.size, 'review', 'reviews')} ${toldOf(verdict)}.`, undo: () => takeBack(client, filter, [...done]) });
    await refreshInbox(client, filter);
  };
  return { progress, problem: failed?.sentence ?? null, run, retry: () => failed !== null && void run(failed.verdict, null) };
}
