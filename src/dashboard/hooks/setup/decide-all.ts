import type { DecideAnswer } from '../../../backend/endpoints/setup/setup-types';
import { postDecide, type Decision } from '../../api/setup-client';
import { pacer } from '../pacer';

/** Decides about all products a decision is for: one request can only do so many. */
export async function decideAll(decision: Decision): Promise<Omit<DecideAnswer, 'more'>> {
  const turn = pacer();
  let sum = { done: 0, held: 0 };
  for (let more = true; more; ) {
    await turn();
    const step = await postDecide(decision);
    sum = { done: sum.done + step.done, held: sum.held + step.held };
    more = step.more;
  }
  return sum;
}
