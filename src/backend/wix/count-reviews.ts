import { z } from 'zod';
import { callWix, type WixAccess } from './call-wix';
import { readAnswer } from './read-answer';
import { NAMESPACE } from './review-page';

const shape = z.object({ count: z.number().nullable() });

/** `null` when Wix says there are too many to count. */
export async function countReviews({ client, budget }: WixAccess): Promise<number | null> {
  const answer = await callWix<unknown>(
    budget,
    () => client.countReviews({ filter: { namespace: NAMESPACE }, includePrivateReviews: true }),
    ({ code }) => (code === 'TOO_MANY_TO_COUNT' ? { count: null } : undefined),
  );
  return readAnswer(shape, answer).count;
}
