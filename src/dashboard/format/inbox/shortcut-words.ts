/** The keys of the inbox, as its help lists them. */
export const SHORTCUTS: readonly { readonly key: string; readonly does: string }[] = [
  { key: 'j', does: 'next review' },
  { key: 'k', does: 'previous review' },
  { key: 'Enter', does: 'open it' },
  { key: 'r', does: 'reply' },
  { key: 'e', does: 'resolve without reply' },
  { key: 'h', does: 'snooze until tomorrow' },
  { key: 'x', does: 'select' },
  { key: 'u', does: 'undo' },
  { key: '/', does: 'search' },
  { key: '?', does: 'these keys' },
  { key: 'Esc', does: 'back' },
];
