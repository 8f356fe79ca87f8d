import type { Verdict } from '../../../backend/endpoints/inbox/inbox-types';
import type { Desk } from './use-desk';
import { useShortcuts } from './use-shortcuts';

/** What `e` gives as the reason; every other one is a click away. */
const HANDLED = 'Solved with the customer';

/** The desk's single keys; see `shortcut-words.ts`. Verdicts go to what is selected, or else to the open item. */
export function useDeskKeys(desk: Desk, help: { readonly shown: boolean; readonly show: (shown: boolean) => void }): void {
  const { openId, selection } = desk;
  const decide = (verdict: Verdict) => (): void => {
    // What is done with keeps how it ended, until it is opened again.
    if (desk.filter.view === 'done') return;
    // An item that an alert led to may be done with although the list shows open ones, and then is not among them.
    const open = desk.items.filter(({ id }) => id === openId).map(({ id }) => id);
    const ids = selection.ids.size > 0 ? [...selection.ids] : open;
    if (ids.length > 0) desk.settle(ids, verdict);
  };
  const back = (): void => {
    if (help.shown) help.show(false);
    else if (selection.ids.size > 0) selection.clear();
    else desk.close();
  };
  const undo = (): void => {
    desk.tell(null);
    void desk.last?.undo?.();
  };
  useShortcuts({
    j: () => desk.step(1),
    k: () => desk.step(-1),
    r: () => desk.focus('#reply-text'),
    e: decide({ kind: 'resolve', reason: HANDLED }),
    h: decide({ kind: 'snooze', until: 'tomorrow' }),
    x: () => openId !== null && selection.toggle(openId),
    u: undo,
    '/': () => desk.focus('#inbox-search'),
    '?': () => help.show(!help.shown),
    Escape: back,
  });
}
