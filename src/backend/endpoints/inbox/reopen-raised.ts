import { raised, UNTOLD_BY_ALL, type AttentionRow } from '../../sync/attention-row';
import type { SiteSession } from '../../sync/session';

/**
 * An item that was raised between our reading it and our deciding about it is open again, with its alert: news outweighs a
 * verdict that did not know it. 1 call, 2 when there is one. Answers which they are.
 */
export async function reopenRaised({ rows, clock }: SiteSession, decided: readonly AttentionRow[]): Promise<ReadonlySet<string>> {
  if (decided.length === 0) return new Set();
  const before = new Map(decided.map(({ _id, crossings }) => [_id, crossings]));
  const now = (await rows.getMany('attention', decided.map(({ _id }) => _id))).filter(({ _id, crossings }) => crossings > (before.get(_id) ?? crossings));
  if (now.length > 0) {
    const nowMs = clock.nowMs();
    await rows.patchMany('attention', now.map(({ _id, rating }) => ({ id: _id, set: { ...raised(rating, 'edited', nowMs), untold: UNTOLD_BY_ALL, dueAtMs: nowMs }, increment: { turn: 1 } })));
  }
  return new Set(now.map(({ _id }) => _id));
}
