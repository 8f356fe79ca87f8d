import type { AttentionRow } from '../../sync/attention-row';

const PRINT_CHARACTERS = 8;

/**
 * Names what an owner decides about: what was decided so far, the stars, and the words as their author wrote them. Trying
 * an alert again, or a copy that appears in the other shop, changes none of these.
 */
export function itemRevision({ state, changedAtMs, rating, birth, wixSeen, storeSeen }: AttentionRow): string {
  const print = birth === 'wix' ? wixSeen : storeSeen;
  return [state, changedAtMs, rating ?? '', print?.slice(0, PRINT_CHARACTERS) ?? ''].join('.');
}
