import { useState } from 'react';
import type { InboxFilter, Verdict } from '../../../backend/endpoints/inbox/inbox-types';

export interface BulkAsked {
  readonly verdict: Verdict;
  /** Everything that matches, and not only what is selected. */
  readonly all: boolean;
}

export interface BulkQuestion {
  readonly asked: BulkAsked | null;
  readonly ask: (next: BulkAsked | null) => void;
}

/** What was asked about the selected reviews, by a button or a key. A question about other reviews than these is no question any more. */
export function useBulkQuestion(filter: InboxFilter, chosen: readonly string[]): BulkQuestion {
  const [question, setQuestion] = useState<(BulkAsked & { readonly about: string }) | null>(null);
  const about = JSON.stringify([filter, chosen]);
  return {
    asked: question?.about === about ? question : null,
    ask: (next) => setQuestion(next === null ? null : { ...next, about }),
  };
}
