import { postMatch } from '../api/client';

export interface Matched {
  readonly accepted: number;
  readonly suggested: number;
  readonly left: number;
}

/** Matches step by step until the last product: one request can only do so many. */
export async function matchAll(from: string | null = null): Promise<Matched> {
  let sum: Matched = { accepted: 0, suggested: 0, left: 0 };
  let cursor = from;
  do {
    const step = await postMatch(cursor);
    sum = { accepted: sum.accepted + step.accepted, suggested: sum.suggested + step.suggested, left: sum.left + step.left };
    cursor = step.next;
  } while (cursor !== null);
  return sum;
}
