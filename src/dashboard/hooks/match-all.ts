import { postMatch } from '../api/client';
import { pacer } from './pacer';

export interface Matched {
  readonly accepted: number;
}

/** Matches step by step until the last product: one request can only do so many. `told` hears how many are matched so far. */
export async function matchAll(from: string | null = null, told: (accepted: number) => void = () => undefined): Promise<Matched> {
  const turn = pacer();
  let accepted = 0;
  let cursor = from;
  do {
    await turn();
    const step = await postMatch(cursor);
    accepted += step.accepted;
    told(accepted);
    cursor = step.next;
  } while (cursor !== null);
  return { accepted };
}
