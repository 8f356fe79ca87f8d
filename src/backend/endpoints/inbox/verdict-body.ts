import { z } from 'zod';
import { ItemId } from './known-item';

const MOST_ITEMS = 100;

/** `revision` of the item as it was when it was decided about. */
export const Revision = z.string('text').min(1, 'a revision this app answered with').max(100, 'a revision this app answered with');

export const DecidedItems = z.array(z.strictObject({ id: ItemId, revision: Revision })).min(1, 'one item or more').max(MOST_ITEMS, `at most ${MOST_ITEMS} items`);

export const Ids = z.array(ItemId).min(1, 'one item or more').max(MOST_ITEMS, `at most ${MOST_ITEMS} items`);

export const VerdictBody = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('resolve'), reason: z.string('text').trim().min(1, 'a reason').max(200, 'at most 200 characters') }),
  z.strictObject({ kind: z.literal('dismiss') }),
  z.strictObject({ kind: z.literal('snooze'), until: z.enum(['tomorrow', 'three-days', 'edited']) }),
  z.strictObject({ kind: z.literal('reopen') }),
]);
