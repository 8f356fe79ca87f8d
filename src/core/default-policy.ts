import type { Policy } from './plan-types';

/**
 * What a merchant starts with. Everything crosses both ways. When both sides changed a field, the side where the
 * review was written wins: that is where the shopper can see and correct it.
 *
 * `delete`, because a review that its author or the law wants gone must not live on in the other shop. In a store it
 * only moves to the bin, where it can be restored; on Wix it is final, which is why an unproven absence never gets here.
 */
export const DEFAULT_POLICY: Policy = {
  truth: { title: 'birth', body: 'birth', rating: 'birth', author: 'birth', status: 'birth', reply: 'birth' },
  direction: { title: 'both', body: 'both', rating: 'both', author: 'both', status: 'both', reply: 'both' },
  onDelete: 'delete',
};
