import type { Verdict } from '../../../backend/endpoints/inbox/inbox-types';
import { RESOLVE, RESOLVE_TOGETHER } from '../../format/inbox/verdict-words';
import type { BulkQuestion } from './use-bulk-question';
import type { Desk } from './use-desk';
import { useShortcuts } from './use-shortcuts';

interface Help {
  readonly shown: boolean;
  readonly show: (shown: boolean) => void;
}

/** The desk's single keys; see `shortcut-words.ts`. A verdict is asked about when reviews are selected, else it goes to the open item. */
export function useDeskKeys(desk: Desk, help: Help, { asked, ask }: BulkQuestion): void {
  const { openId, selection } = desk;
  const decide = (verdict: Verdict, together = verdict) => (): void => {
    // What is done with keeps how it ended, until it is opened again.
    if (desk.filter.view === 'done') return;
    // An item that an alert led to may be done with although the list shows open ones, and then is not among them.
    const open = desk.items.filter(({ id }) => id === openId).map(({ id }) => id);
    if (selection.ids.size > 0) ask({ verdict: together, all: false });
    else if (open.length > 0) desk.settle(open, verdict);
  };
  const back = (): void => {
    if (help.shown) help.show(false);
    else if (asked !== null) ask(null);
    else if (selection.ids.size > 0) selection.clear();
    else desk.close();
  };
  const undo = (): void => {
    desk.tell(null);
    void desk.last?.undo?.();
  };
  useShortcuts({
    j: () => desk.stepTo(1)?.(),
    k: () => desk.stepTo(-1)?.(),
    r: () => desk.focus('#reply-text'),
    e: decide(RESOLVE, RESOLVE_TOGETHER),
    h: decide({ kind: 'snooze', until: 'tomorrow' }),
    x: () => openId !== null && selection.toggle(openId),
    u: undo,
    '/': () => desk.focus('#inbox-search'),
    '?': () => help.show(!help.shown),
    Escape: back,
  });
}
