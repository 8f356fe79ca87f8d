import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { dashboard } from '@wix/dashboard';
import type { InboxFilter, ReplyAnswer, Verdict, VerdictAnswer } from '../../../backend/endpoints/inbox/inbox-types';
import { asProblem } from '../../api/api-problem';
import { postReply, postUndo, postVerdict, type ReplyInput } from '../../api/inbox-client';
import { counted } from '../../format/format-count';
import { forgetDraft } from './use-draft';
import { ITEMS_KEY, itemsKey } from './inbox-keys';
import type { InboxPages } from './use-inbox-list';
import type { Undoable } from './use-undo';

const MOST = 100;

export interface Decisions {
  /** Items leave the list at once and come back if it fails. */
  readonly decide: (ids: readonly string[], verdict: Verdict) => Promise<readonly string[]>;
  /** Throws what the endpoint refused it with, when the list is as before. */
  readonly reply: (input: ReplyInput) => Promise<void>;
}

/** What an owner does with items: shown at once, done in the background, and undone from one place. */
export function useDecisions(filter: InboxFilter, tell: (last: Undoable) => void): Decisions {
  const client = useQueryClient();
  const refresh = (): Promise<void> => client.invalidateQueries({ queryKey: ['inbox'] });
  return {
    async decide(ids, verdict) {
      const bringBack = await take(client, filter, ids);
      try {
        const answers: VerdictAnswer[] = [];
        for (let from = 0; from < ids.length; from += MOST) answers.push(await postVerdict(ids.slice(from, from + MOST), verdict));
        const done = answers.flatMap((answer) => answer.done);
        tell({ message: `${counted(done.length, 'review', 'reviews')} ${told(verdict)}.`, undo: async () => undo(done, refresh) });
        await refresh();
        return answers.flatMap(({ failed }) => failed.map(({ id }) => id));
      } catch (error) {
        bringBack();
        complain(error);
        return ids;
      }
    },
    async reply(input) {
      const bringBack = await take(client, filter, [input.id]);
      try {
        const answer = await postReply(input);
        forgetDraft(input.id);
        tell({ message: sent(answer), undo: async () => {
          await postReply({ id: input.id, message: input.seen, seen: answer.item.text?.reply ?? null, overwrite: true });
          if (input.seen !== null) await postUndo([input.id]);
          await refresh();
        } });
        await refresh();
      } catch (error) {
        bringBack();
        throw error;
      }
    },
  };
}

async function undo(ids: readonly string[], refresh: () => Promise<void>): Promise<void> {
  try {
    for (let from = 0; from < ids.length; from += MOST) await postUndo(ids.slice(from, from + MOST));
  } catch (error) {
    complain(error);
  }
  await refresh();
}

/** Takes items off the list that is shown; the answer puts them back. */
async function take(client: QueryClient, filter: InboxFilter, ids: readonly string[]): Promise<() => void> {
  await client.cancelQueries({ queryKey: ITEMS_KEY });
  const key = itemsKey(filter);
  const before = client.getQueryData<InboxPages>(key);
  client.setQueryData<InboxPages>(key, (pages) => pages && { ...pages, pages: pages.pages.map((page) => ({ ...page, items: page.items.filter(({ id }) => !ids.includes(id)) })) });
  return () => client.setQueryData(key, before);
}

function complain(error: unknown): void {
  const { sentence, action } = asProblem(error);
  dashboard.showToast({ message: `${sentence} ${action}`, type: 'error' });
}

function told(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'resolve':
      return 'resolved';
    case 'dismiss':
      return 'marked as not actionable';
    case 'reopen':
      return 'opened again';
    case 'snooze':
      return { tomorrow: 'snoozed until tomorrow', 'three-days': 'snoozed for three days', edited: 'snoozed until edited' }[verdict.until];
  }
}

function sent({ store }: ReplyAnswer): string {
  switch (store) {
    case 'carried':
      return 'Reply sent; it reaches your store as well.';
    case 'by-hand':
      return 'Reply sent on Wix. Your store does not take replies from outside, so answer there by hand.';
    case 'none':
      return 'Reply sent on Wix.';
  }
}
