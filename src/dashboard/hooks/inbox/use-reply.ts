import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ApiError } from '../../../backend/endpoints/api-types';
import type { InboxFilter, InboxItem, ReplyAnswer } from '../../../backend/endpoints/inbox/inbox-types';
import { asProblem } from '../../api/api-problem';
import { postReply, type ReplyInput } from '../../api/inbox-client';
import { itemAfter } from '../../format/inbox/next-item';
import { refreshInbox } from './refresh-inbox';
import { complain } from '../complain';
import { forgetDraft, keepDraft } from './use-draft';
import { takeOff } from './use-decisions';
import type { Undoable } from './use-undo';

/** A reply that was refused. Its text is still the item's draft. */
export interface Refusal {
  readonly id: string;
  readonly problem: ApiError;
}

interface Place {
  readonly filter: InboxFilter;
  readonly items: readonly InboxItem[];
  readonly openId: string | null;
  readonly show: (id: string | null) => void;
  readonly tell: (last: Undoable) => void;
}

/** Sends a reply and goes on to the next item at once. One that is refused brings its item back, with the reason. */
export function useReply(place: Place): { readonly refusal: Refusal | null; readonly reply: (input: ReplyInput) => void } {
  const client = useQueryClient();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { filter, items, openId, show, tell } = place;
  const shown = useRef(openId);
  shown.current = openId;
  const send = async (input: ReplyInput, next: string | null): Promise<void> => {
    const bringBack = await takeOff(client, filter, [input.id]);
    try {
      const answer = await postReply(input);
      forgetDraft(input.id);
      tell({ message: sent(answer), undo: async () => {
        await unsend(input, answer).catch(complain);
        await refreshInbox(client, filter);
      } });
    } catch (error) {
      const problem = asProblem(error);
      bringBack([input.id]);
      setRefusal({ id: input.id, problem });
      if (shown.current === next && !isWriting()) show(input.id);
      else tell({ message: `A reply was not sent. ${problem.sentence}`, label: 'Open it', undo: async () => { show(input.id); } });
    }
    await refreshInbox(client, filter);
  };
  const reply = (input: ReplyInput): void => {
    const next = itemAfter(items, [input.id], input.id);
    setRefusal(null);
    show(next);
    shown.current = next;
    void send(input, next);
  };
  return { refusal, reply };
}

/** The next answer is begun already: nobody is pulled away from it. */
function isWriting(): boolean {
  return document.activeElement instanceof HTMLTextAreaElement && document.activeElement.value !== '';
}

/** What was written is the draft again. A colleague who has answered since is not overwritten. */
async function unsend({ id, message, seen }: ReplyInput, answer: ReplyAnswer): Promise<void> {
  await postReply({ id, message: seen, seen: answer.item.text?.reply ?? null, overwrite: false, undoes: true });
  if (message !== null) keepDraft(id, message);
}

function sent({ store }: ReplyAnswer): string {
  switch (store) {
    case 'carried':
      return 'Reply sent; it reaches your store as well.';
    case 'by-hand':
      return 'Reply sent. It stays on Wix: your store takes replies once you give an application password in Setup.';
    case 'none':
      return 'Reply sent on Wix.';
  }
}
