import { useState } from 'react';

const PREFIX = 'review-relay.draft.';

/** What was typed for one review; it stays in this browser until it is sent, through reloads and visits elsewhere. */
export function useDraft(itemId: string): readonly [string, (text: string) => void] {
  const [draft, setDraft] = useState({ itemId, text: read(itemId) });
  const text = draft.itemId === itemId ? draft.text : read(itemId);
  return [text, (next) => {
    write(itemId, next);
    setDraft({ itemId, text: next });
  }];
}

export function keepDraft(itemId: string, text: string): void {
  write(itemId, text);
}

export function forgetDraft(itemId: string): void {
  write(itemId, '');
}

/** A browser that keeps nothing for us still lets its owner write. */
function read(itemId: string): string {
  try {
    return window.localStorage.getItem(PREFIX + itemId) ?? '';
  } catch {
    return '';
  }
}

function write(itemId: string, text: string): void {
  try {
    if (text === '') window.localStorage.removeItem(PREFIX + itemId);
    else window.localStorage.setItem(PREFIX + itemId, text);
  } catch {
    // The text is still on the page.
  }
}
