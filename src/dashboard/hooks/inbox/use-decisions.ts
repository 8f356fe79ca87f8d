import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { InboxFilter, Verdict, VerdictAnswer } from '../../../backend/endpoints/inbox/inbox-types';
import { asProblem } from '../../api/api-problem';
import { postVerdict, type SeenItem } from '../../api/inbox-client';
import { counted } from '../../format/format-count';
import { toldOf } from '../../format/inbox/verdict-words';
import { ITEMS_KEY, itemsKey } from './inbox-keys';
import { refreshInbox } from './refresh-inbox';
import { takeBack } from './take-back';
import type { InboxPages } from './use-inbox-list';
import type { Undoable } from './use-undo';

const MOST = 100;

/** What could not be decided about, and why. */
export interface Failed {
  readonly verdict: Verdict;
  readonly ids: readonly string[];
  readonly sentence: string;
}

/** What an owner decides: items leave the list at once, and those that it fails for come back. `null`: all went well. */
export function useDecisions(filter: InboxFilter, tell: (last: Undoable) => void): (items: readonly SeenItem[], verdict: Verdict) => Promise<Failed | null> {
  const client = useQueryClient();
  return async (items, verdict) => {
    const bringBack = await takeOff(client, filter, items.map(({ id }) => id));
    const { done, failed, sentence } = await decide(items, verdict);
    if (failed.length > 0) bringBack(failed);
    if (done.length > 0) tell({ message: `${counted(done.length, 'review', 'reviews')} ${toldOf(verdict)}.`, undo: () => takeBack(client, filter, done, tell) });
    await refreshInbox(client, filter);
    return failed.length === 0 ? null : { verdict, ids: failed, sentence };
  };
}

interface Outcome {
  readonly done: readonly string[];
  readonly failed: readonly string[];
  readonly sentence: string;
}

/** A hundred at a time. What was decided stays so when a later hundred fails. */
async function decide(items: readonly SeenItem[], verdict: Verdict): Promise<Outcome> {
  const answers: VerdictAnswer[] = [];
  let sentence = '';
  for (let from = 0; from < items.length; from += MOST) {
    try {
      answers.push(await postVerdict(items.slice(from, from + MOST), verdict));
    } catch (error) {
      sentence = asProblem(error).sentence;
    }
  }
  const done = answers.flatMap((answer) => answer.done);
  const known = new Set(done);
  return { done, failed: items.map(({ id }) => id).filter((id) => !known.has(id)), sentence: sentence === '' ? (answers.flatMap(({ failed }) => failed)[0]?.error.sentence ?? '') : sentence };
}

/** Takes items off the list that is shown; the answer puts some of them back. */
export async function takeOff(client: QueryClient, filter: InboxFilter, ids: readonly string[]): Promise<(failed: readonly string[]) => void> {
  await client.cancelQueries({ queryKey: ITEMS_KEY });
  const key = itemsKey(filter);
  const before = client.getQueryData<InboxPages>(key);
  const without = (gone: ReadonlySet<string>) => (list: InboxPages | undefined) => list && { ...list, pages: list.pages.map((page) => ({ ...page, items: page.items.filter(({ id }) => !gone.has(id)) })) };
  client.setQueryData<InboxPages>(key, without(new Set(ids)));
  return (failed) => client.setQueryData<InboxPages>(key, without(new Set(ids.filter((id) => !failed.includes(id))))(before));
}
