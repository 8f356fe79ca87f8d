import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef, useState, type RefObject } from 'react';
import type { InboxFilter, InboxItem, Verdict } from '../../../backend/endpoints/inbox/inbox-types';
import type { ReplyInput } from '../../api/inbox-client';
import { itemAfter, itemBeside } from '../../format/inbox/next-item';
import { seenItems } from './seen-items';
import { useDecisions, type Failed } from './use-decisions';
import { useInboxList, type InboxList } from './use-inbox-list';
import { useInboxPlace } from './use-inbox-place';
import { useReply, type Refusal } from './use-reply';
import { useSelection, type Selection } from './use-selection';
import { useUndo, type Undoable } from './use-undo';

/** What one can do on the inbox page, by mouse or by key. */
export interface Desk {
  readonly place: RefObject<HTMLDivElement>;
  readonly filter: InboxFilter;
  readonly openId: string | null;
  readonly list: InboxList;
  readonly items: readonly InboxItem[];
  readonly selection: Selection;
  readonly last: Undoable | null;
  readonly tell: (last: Undoable | null) => void;
  readonly show: (id: string | null) => void;
  readonly close: () => void;
  /** The way one down or up; `null` where the list ends. */
  readonly stepTo: (by: 1 | -1) => (() => void) | null;
  readonly focus: (selector: string) => void;
  readonly search: (change: Partial<InboxFilter>) => void;
  readonly settle: (ids: readonly string[], verdict: Verdict) => void;
  readonly reply: (input: ReplyInput) => void;
  readonly refusal: Refusal | null;
  readonly failed: Failed | null;
  readonly forgetFailed: () => void;
}

export function useDesk(): Desk {
  const client = useQueryClient();
  const [{ filter, item: openId }, go] = useInboxPlace();
  const list = useInboxList(filter);
  const items = useMemo(() => list.items ?? [], [list.items]);
  const selection = useSelection(items);
  const [last, tell] = useUndo();
  const decide = useDecisions(filter, tell);
  const [failed, setFailed] = useState<Failed | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const show = (item: string | null): void => go({ item });
  const { reply, refusal } = useReply({ filter, items, openId, show, tell });
  const focus = (selector: string): void => place.current?.querySelector<HTMLElement>(selector)?.focus();
  /** The row is there, or will be once the list is beside the item again. */
  const focusRow = (id: string): void => void window.requestAnimationFrame(() => focus(`[data-open-item="${id}"]`));
  return {
    place, filter, openId, list, items, selection, last, tell, show, focus, reply, refusal, failed,
    forgetFailed: () => setFailed(null),
    close: () => {
      show(null);
      if (openId !== null) focusRow(openId);
    },
    stepTo: (by) => {
      const id = itemBeside(items, openId, by);
      if (id === null || id === openId) return null;
      return () => {
        show(id);
        focusRow(id);
      };
    },
    search: (change) => {
      selection.clear();
      go({ filter: { ...filter, ...change }, item: null });
    },
    settle: (ids, verdict) => {
      const seen = seenItems(client, items, openId, ids);
      if (openId !== null && ids.includes(openId)) {
        const next = itemAfter(items, ids, openId);
        show(next);
        // The button that was pressed goes with its item, and the keys would be nowhere.
        if (next !== null) focusRow(next);
      }
      selection.clear();
      setFailed(null);
      void decide(seen, verdict).then(setFailed);
    },
  };
}
